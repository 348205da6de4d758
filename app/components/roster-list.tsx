import type { RosterLine } from '~/domain/roster-page.server'
import { useWords } from '~/messages/messages'

/** Lists that were written, each with how many made it theirs. */
export function RosterList({ rosters }: { rosters: readonly RosterLine[] }) {
  const { messages: { roster, activity }, format } = useWords()
  return (
    <ul className="listed" aria-label={roster.label}>
      {rosters.map(({ id, title, organisation, createdAt, people, confirmed, refused }) => (
        <li key={id}>
          <p className="font-medium">{activity.named(title, organisation)}</p>
          <p className="label num">{`${roster.listed(people)}, ${format.on(createdAt)}`}</p>
          <p className="label num">
            {[roster.confirmed(confirmed, people), refused > 0 && roster.refused(refused)].filter(Boolean).join(', ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
