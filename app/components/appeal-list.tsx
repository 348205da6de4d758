import type { ListedAppeal } from '~/domain/appeal-list.server'
import { useWords } from '~/messages/messages'
import { Icon } from './icon'

/** What is open, the nearest deadline first. */
export function AppealList({ rows }: { rows: readonly ListedAppeal[] }) {
  const { messages, format } = useWords()
  const { appeals } = messages
  return (
    <ul className="rows" aria-label={appeals.label}>
      {rows.map(({ id, title, student, createdAt, dueAt }) => {
        const day = format.dayOf(dueAt)
        const isLate = day < format.today
        return (
          <li key={id}>
            <a className="quiet-link font-medium" href={`/appeals/${id}`}>
              {appeals.about(title, student)}
            </a>
            <p className="label">{appeals.opened(format.on(createdAt))}</p>
            <p className={isLate ? 'status tint-clay' : 'status tint-amber'}>
              <Icon name={isLate ? 'circle-alert' : 'clock'} />
              <span>{isLate ? appeals.late(format.day(day)) : appeals.due(format.day(day))}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
