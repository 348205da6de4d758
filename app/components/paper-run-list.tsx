import { paperRunPath, papersIn } from '~/domain/paper-run'
import type { ListedPaperRun } from '~/domain/paper-run-page.server'
import { useWords } from '~/messages/messages'
import { paperRunTitle } from './paper-run-title'

/** Each with what it is of, how it stands, and the way to it. */
export function PaperRunList({ runs }: { runs: readonly ListedPaperRun[] }) {
  const { messages, format } = useWords()
  const { paperRuns: words } = messages
  return (
    <ul className="rows">
      {runs.map(({ id, state, startedAt, counts, ...run }) => (
        <li key={id} className="held-row">
          <div className="min-w-0">
            <a className="quiet-link font-medium" href={paperRunPath(id)}>{paperRunTitle(run, messages)}</a>
            <p className="label">{words.started(format.on(startedAt), null)}</p>
          </div>
          <p className="sm:text-end">
            {words.states[state]}
            <span className="label num block">{words.row(counts.made, papersIn(counts))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
