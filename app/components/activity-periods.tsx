import type { Period } from '~/domain/continuation.server'
import { useWords } from '~/messages/messages'
import { Section } from './section'
import { Table } from './table'

/** What goes on over several periods, as one: each with where it stands, and the hours of all. */
export function ActivityPeriods({ periods, hereId }: { periods: readonly Period[]; hereId: string }) {
  const { messages: { activity, status }, format } = useWords()
  if (periods.length === 0) return null
  const { periods: words } = activity
  const minutes = periods.reduce((sum, period) => sum + period.minutes, 0)
  return (
    <Section title={words.title} note={words.note(periods.length, format.hours(minutes))}>
      <Table
        caption={words.title}
        columns={[{ title: words.period }, { title: words.hours, isEnd: true }, { title: words.state }]}
        rows={periods.map(({ id, activityStartDate: from, activityEndDate: to, minutes: of, status: state }) => ({
          key: id,
          cells: [
            id === hereId ? (
              `${from ? format.months(from, to) : words.undated} (${words.here})`
            ) : (
              <a key={id} className="link" href={`/activities/${id}`}>
                {from ? format.months(from, to) : words.undated}
              </a>
            ),
            of > 0 ? format.hours(of) : activity.noTime,
            status.activity[state]({}),
          ],
        }))}
      />
    </Section>
  )
}
