import type { ActivityInFull } from '~/domain/activity-page.server'
import { useWords } from '~/messages/messages'
import { HeatMap } from './heat-map'
import { Section } from './section'

/** When it was, by calendar and as a table. */
export function ActivityTime({ activity: { timeEntries, minutes } }: { activity: ActivityInFull }) {
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
  return (
    <Section title={activity.time.title} note={activity.time.note(hours, days)}>
      <HeatMap entries={timeEntries} label={activity.time.heat(hours, days)} />
    </Section>
  )
}
