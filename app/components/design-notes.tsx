import type { Design } from '~/domain/design-page.server'
import { useWords } from '~/messages/messages'
import { Note } from './section'

/** What a designer should know before asking a colleague to publish it: nothing of it is in the way of writing. */
export function DesignNotes({ design: { id, status, fits, credits, workloadMinutes, faults } }: { design: Design }) {
  const { messages: { design, programme }, format } = useWords()
  const reasons = [...new Set(faults.map(({ fault }) => programme.fault[fault]))]
  const hours = (perPoint: number) => format.hours((credits ?? 0) * perPoint * 60)
  if (status === 'published' || status === 'retired') return null
  return (
    <div className="grid gap-3 pb-6">
      {!fits && credits !== null && (
        <Note tone="amber">
          {design.workload(format.hours(workloadMinutes), format.number(credits), hours(25), hours(30))}
        </Note>
      )}
      {reasons.length > 0 && (
        <Note tone="sky">
          <p className="font-medium">{design.faults.title}</p>
          <ul>
            {reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <a className="link" href={`/design/${id}/requirement`}>
            {design.faults.mend}
          </a>
        </Note>
      )}
    </div>
  )
}
