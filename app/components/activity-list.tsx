import type { Standing } from '~/domain/standing'
import { useWords } from '~/messages/messages'
import { activityLook } from './activity-look'
import { Icon } from './icon'

export type Listed = Standing & {
  id: string
  title: string
  organisation: string
  minutes: number
  from: string | null
  to: string | null
}

/** Fifty of these are drawn at once and often, so each is a handful of plain elements. */
export function ActivityList({ activities }: { activities: readonly Listed[] }) {
  const words = useWords()
  const { messages: { activity }, format } = words
  return (
    <ul className="listed" aria-label={activity.list.label}>
      {activities.map(one => {
        const look = activityLook(words, one)
        const time = one.minutes > 0 ? format.hours(one.minutes) : activity.noTime
        return (
          <li key={one.id}>
            <a href={`/activities/${one.id}`}>{activity.named(one.title, one.organisation)}</a>
            <p className="label num">{one.from ? `${format.months(one.from, one.to)}, ${time}` : time}</p>
            <p className={`status tint-${look.tone}`}>
              <Icon name={look.icon} />
              <span>{look.words}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
