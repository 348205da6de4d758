import { runOutcomes, shareDone, type RunCounts, type RunOutcome } from '~/domain/award-run'
import { useWords } from '~/messages/messages'
import { Table, Terms } from './table'

/** A bar with its words, and how many there are of each outcome. Nobody knows the end while they are looked for. */
export function RunOutcomes({ counts, isOpen }: { counts: RunCounts; isOpen: boolean }) {
  const { messages: { awardRuns: words }, format } = useWords()
  const share = shareDone(counts)
  const terms = runOutcomes
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => ({ name: words.outcome[outcome], value: <span className="num">{format.number(counts[outcome])}</span> }))
  return (
    <>
      <progress className="upload-bar" max={100} value={isOpen ? undefined : share} aria-label={words.outcomes} />
      <p className="label" role="status">{isOpen ? words.looking : words.progress(share)}</p>
      <div className="mt-6"><Terms terms={terms} /></div>
    </>
  )
}

type Left = { id: string; name: string; outcome: RunOutcome; reason: string }

export function RunLeft({ left }: { left: readonly Left[] }) {
  const { awardRuns: words } = useWords().messages
  const rows = left.map(({ id, name, reason }) => ({ key: id, cells: [name, reason || words.notYet] }))
  return <Table caption={words.left} columns={[{ title: words.student }, { title: words.why }]} rows={rows} />
}
