import type { Held } from '~/domain/home-view'
import { useWords, type Words } from '~/messages/messages'
import { activityLook } from './activity-look'
import { LinkButton } from './button'
import { statusOf } from './status'
import { HeldRow } from './task-row'

export function HeldList({ held }: { held: readonly Held[] }) {
  const words = useWords()
  const {
    messages: { activity, appeals, home },
    format,
  } = words
  return (
    <ul className="rows">
      {held.map(one => (
        <HeldRow
          key={one.id}
          title={activity.named(one.title, one.organisation)}
          href={`/activities/${one.id}`}
          note={one.appealedAt ? appeals.student.title : format.hours(one.minutes)}
          status={lookOfHeld(one, words)}
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

function lookOfHeld(one: Held, words: Words) {
  const { who } = words.messages.appeals.student
  return one.appealedAt ? statusOf(words, 'appeal', 'open', { at: one.appealedAt, who }) : activityLook(words, one)
}
