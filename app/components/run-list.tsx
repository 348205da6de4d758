import { useWords } from '~/messages/messages'

type Run = { id: string; startedAt: Date; endedAt: Date | null; cancelledAt: Date | null }

/** The latest, each with the way to it. */
export function RunList({ programmeId, runs }: { programmeId: string; runs: readonly Run[] }) {
  const { messages: { awardRuns: words }, format } = useWords()
  return (
    <ul className="rows">
      {runs.map(({ id, startedAt, endedAt, cancelledAt }) => (
        <li key={id} className="held-row">
          <a className="quiet-link font-medium" href={`/awards/${programmeId}/runs/${id}`}>{words.run(format.on(startedAt))}</a>
          <p className="label">{cancelledAt ? words.cancelled : endedAt ? words.ended : words.running}</p>
        </li>
      ))}
    </ul>
  )
}
