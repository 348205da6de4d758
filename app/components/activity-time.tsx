import type { ActivityPage } from '~/domain/activity-page.server'
import { useWords } from '~/messages/messages'
import { HeatMap } from './heat-map'
import { Section } from './section'

/** When it was, by calendar and as a table. */
export function ActivityTime({ page }: { page: Pick<ActivityPage, 'activity' | 'correction'> }) {
  const { correction } = page
  const { timeEntries, minutes } = page.activity
  const {
    messages: { activity },
    format,
  } = useWords()
  const days = new Set(timeEntries.map(({ day }) => day)).size
  const hours = format.hours(minutes)
  if (days === 0)
    return (
      <Section title={activity.time.title}>
        <p className="label">{activity.time.none}</p>
      </Section>
    )
  const note = correction ? activity.time.claimed(hours, days) : activity.time.note(hours, days)
  return (
    <Section title={activity.time.title} note={note}>
      <HeatMap entries={timeEntries} label={activity.time.heat(hours, days)} />
    </Section>
  )
}
