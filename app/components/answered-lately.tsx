import type { AnsweredLately as Row } from '~/domain/request-inbox.server'
import { useWords } from '~/messages/messages'
import { Section } from './section'

/** What somebody said last, and where it is now. */
export function AnsweredLately({ rows }: { rows: readonly Row[] }) {
  const { messages, format } = useWords()
  const { waiting } = messages
  if (rows.length === 0) return null
  return (
    <Section title={waiting.lately} note={waiting.latelyNote}>
      <ul className="rows">
        {rows.map(({ id, student, title, answer, outcome, statusAt, path }) => (
          <li key={id}>
            <a className="link inline-block py-1" href={path} data-file>
              {student}: {title}
            </a>
            <p className="label">
              {[waiting.answered[answer], format.on(statusAt), outcome && waiting.outcome[outcome]]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
