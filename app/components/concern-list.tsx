import type { ListedConcern } from '~/domain/concern.server'
import { useWords } from '~/messages/messages'

/** What was reported, the longest waiting first. */
export function ConcernList({ rows }: { rows: readonly ListedConcern[] }) {
  const { messages, format } = useWords()
  const { concerns } = messages
  return (
    <ul className="rows">
      {rows.map(({ id, title, student, reporterName, createdAt, text }) => (
        <li key={id}>
          <a className="quiet-link font-medium" href={`/concerns/${id}`}>
            {title && student ? concerns.about(title, student) : concerns.gone}
          </a>
          <p className="label">{concerns.by(reporterName || concerns.somebody, format.on(createdAt))}</p>
          <p className="mt-1 line-clamp-2 max-w-[66ch] break-words">{text || concerns.one.erased}</p>
        </li>
      ))}
    </ul>
  )
}
