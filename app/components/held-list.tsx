import type { Held } from '~/domain/home-view'
import { useWords } from '~/messages/messages'
import { activityLook } from './activity-look'
import { LinkButton } from './button'
import { HeldRow } from './task-row'

export function HeldList({ held }: { held: readonly Held[] }) {
  const words = useWords()
  const {
    messages: { activity, home },
    format,
  } = words
  return (
    <ul className="rows">
      {held.map(one => (
        <HeldRow
          key={one.id}
          title={activity.named(one.title, one.organisation)}
          href={`/activities/${one.id}`}
          note={format.hours(one.minutes)}
          status={activityLook(words, one)}
          {...(one.isForsaken && {
            more: activity.nobodyHolds,
            action: (
              <LinkButton isSmall to={`/activities/${one.id}/requests`}>
                {home.others.askAnother}
              </LinkButton>
            ),
          })}
        />
      ))}
    </ul>
  )
}
