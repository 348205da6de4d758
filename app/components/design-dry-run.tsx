import type { Cell, DryRun, Outcome } from '~/domain/dry-run'
import { partAt } from '~/domain/design-parts'
import type { Design } from '~/domain/design-page.server'
import { useWords } from '~/messages/messages'
import { RangeBar } from './range-bar'
import { Section } from './section'
import { Table } from './table'

type Props = { design: Pick<Design, 'requirement' | 'names'>; result: DryRun }

/** The figures as sentences, and under them where they come from. */
export function DesignDryRun({ design, result }: Props) {
  const { messages } = useWords()
  const { designDryRun: words } = messages
  const { students, tried, byFaculty, byEntryYear, inForce } = result
  const hasSecond = inForce !== null
  return (
    <>
      <div className="border-t border-line py-8">
        <h2 className="max-w-[28ch] text-[2rem] leading-tight">{words.heading(tried.met, missingOne(tried))}</h2>
        <p className="label mt-2">{words.students(students)}</p>
        <div className="mt-4 max-w-[40rem]">
          <RangeBar value={tried.met} most={students} label={words.bar(tried.met, students)} />
        </div>
      </div>
      <Section title={words.missing} note={words.missingNote}>
        <Missing design={design} outcome={tried} />
      </Section>
      {inForce && <Beside result={result} inForce={inForce} />}
      <Section title={words.byFaculty} note={words.hidden}>
        <Cells caption={words.byFaculty} first={words.faculty} cells={byFaculty} hasSecond={hasSecond} />
      </Section>
      <Section title={words.byEntryYear} note={words.hidden}>
        <Cells caption={words.byEntryYear} first={words.entryYear} cells={byEntryYear} hasSecond={hasSecond} />
      </Section>
      {result.closest && result.closest.length > 0 && <Closest design={design} closest={result.closest} />}
    </>
  )
}

const missingOne = ({ missingOne }: Outcome) => missingOne.reduce((sum, { students }) => sum + students, 0)

/** The line of the requirement that a path leads to, as it reads. */
function useLine({ requirement, names }: Props['design']) {
  const { messages, format } = useWords()
  return (path: string) => {
    const part = partAt(requirement, path)
    return part ? messages.requirement.sentence(part, names, format) : ''
  }
}

function Missing({ design, outcome }: { design: Props['design']; outcome: Outcome }) {
  const { messages: { designDryRun: words }, format } = useWords()
  const lineAt = useLine(design)
  if (outcome.missingOne.length === 0) return <p>{words.nobodyNear}</p>
  return (
    <Table
      caption={words.missing}
      columns={[{ title: words.thing }, { title: words.count, isEnd: true }]}
      rows={outcome.missingOne.map(({ path, students }) => (
        { key: path, cells: [lineAt(path), format.number(students)] }
      ))}
    />
  )
}

function Beside({ result: { change }, inForce }: { result: DryRun; inForce: Outcome }) {
  const { designDryRun: words } = useWords().messages
  const { version, met } = inForce
  return (
    <Section title={words.beside} note={words.besideNote(version)}>
      <ul className="grid gap-2">
        <li>{words.inForce(version, met, missingOne(inForce))}</li>
        {change && change.gained > 0 && <li>{words.gained(change.gained)}</li>}
        {change && change.lost > 0 && <li>{words.lost(change.lost)}</li>}
        {change && change.same > 0 && <li>{words.same(change.same)}</li>}
      </ul>
    </Section>
  )
}

type CellsProps = { caption: string; first: string; cells: readonly Cell[]; hasSecond: boolean }

function Cells({ caption, first, cells, hasSecond }: CellsProps) {
  const { messages: { designDryRun: words }, format } = useWords()
  const figure = (count: number | null) => (count === null ? <span className="label">{words.few}</span> : format.number(count))
  const columns = [words.of, words.met, ...(hasSecond ? [words.metInForce] : [])]
  return (
    <Table
      caption={caption}
      columns={[{ title: first }, ...columns.map(title => ({ title, isEnd: true }))]}
      rows={cells.map(({ name, students, met, metInForce }) => ({
        key: name,
        cells: [
          name || words.notEnrolled, figure(students), figure(met), ...(hasSecond ? [figure(metInForce)] : []),
        ],
      }))}
    />
  )
}

function Closest({ design, closest }: { design: Props['design']; closest: NonNullable<DryRun['closest']> }) {
  const { designDryRun: words } = useWords().messages
  const lineAt = useLine(design)
  return (
    <Section title={words.closest} note={words.closestNote}>
      <ul className="rows">
        {closest.map(({ id, name, path }) => (
          <li key={id}>
            <a className="quiet-link font-medium" href={`/people/${id}`}>
              {name}
            </a>
            <p className="label">{lineAt(path)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
