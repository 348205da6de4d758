import type { ActivityInFull } from '~/domain/activity-page.server'
import { useMessages } from '~/messages/messages'
import { Section } from './section'
import { Terms } from './table'

const parts = ['situation', 'task', 'action', 'result', 'learning'] as const

/** The student's own words, where there are any. */
export function ActivityAccount({ activity }: { activity: ActivityInFull }) {
  const { account } = useMessages().activity
  const written = parts.filter(part => activity[part] !== '')
  if (activity.narrative === '' && written.length === 0) return null
  return (
    <Section title={account.title}>
      {activity.narrative && <p className="quote max-w-[66ch]">{activity.narrative}</p>}
      {written.length > 0 && (
        <div className="mt-5">
          <Terms
            terms={written.map(part => ({
              name: account[part],
              value: <p className="whitespace-pre-line">{activity[part]}</p>,
            }))}
          />
        </div>
      )}
    </Section>
  )
}
