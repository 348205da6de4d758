import { useWords, type Words } from '~/messages/messages'
import type { Outcome } from './checks'
import { Status, statusOf } from './status'

interface ShownRow {
  name: string
  outcome: Outcome
  credential: string | null
  recipients: string[]
  issuer: string | null
  why: string
}

const OUTCOMES = ['passed', 'failed', 'unknown'] as const

/** One line for each; what is shown of them is chosen without script, and all of it goes along as CSV. */
export function VerificationTable({ rows, csv }: { rows: readonly ShownRow[]; csv: string }) {
  const words = useWords()
  const { verifyMany } = words.messages
  const { name, answer, credential, to, issuer, why } = verifyMany.columns
  return (
    <div className="verified">
      <h2 id="verified">{verifyMany.results(rows.length)}</h2>
      <div className="receipt-way">
        <div className="flex flex-wrap items-end justify-between gap-4 py-4">
          <ShownChoice rows={rows} words={words} />
          <a className="btn btn-second" download={verifyMany.csvName} href={asFile(csv)}>
            {verifyMany.csv}
          </a>
        </div>
      </div>
      <div className="overflow-x-auto" role="region" aria-labelledby="verified" tabIndex={0}>
        <table className="table text-sm">
          <thead>
            <tr>
              {[name, answer, credential, to, issuer, why].map(title => (
                <th key={title} scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <VerifiedRow key={at} row={row} words={words} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** The page itself carries it: nothing was kept that could be asked for again. */
const asFile = (csv: string) => `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`

function VerifiedRow({ row, words }: { row: ShownRow; words: Words }) {
  return (
    <tr data-outcome={row.outcome}>
      <th scope="row" className="wrap-anywhere">{row.name}</th>
      <td><Status {...statusOf(words, 'check', row.outcome)} /></td>
      <td>{row.credential}</td>
      <td>{row.recipients.length > 0 && words.format.list(row.recipients)}</td>
      <td className="wrap-anywhere">{row.issuer}</td>
      <td className="wrap-anywhere">{row.why}</td>
    </tr>
  )
}

function ShownChoice({ rows, words: { messages } }: { rows: readonly ShownRow[]; words: Words }) {
  const { verifyMany, verification } = messages
  const count = (outcome: Outcome) => rows.filter(row => row.outcome === outcome).length
  const choices = [
    { value: 'all', label: verifyMany.all(rows.length) },
    ...OUTCOMES.map(outcome => ({
      value: outcome, label: verifyMany.choice(verification.outcomes[outcome], count(outcome)),
    })),
  ]
  return (
    <fieldset className="verified-shown">
      <legend className="field-label">{verifyMany.show}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="shown" value={value} defaultChecked={value === 'all'} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
