import type { Waiting } from '~/domain/request-inbox.server'
import { useWords } from '~/messages/messages'
import { Status } from './status'

/** One request in somebody's inbox: who asks, about what, since when. */
export function WaitingRow({ row }: { row: Waiting }) {
  const { messages, format } = useWords()
  const { requests } = messages
  const { student, title, role, organisation, minutes, start, end, claims, createdAt, path } = row
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-lg">{title}</h2>
        <p>
          <b className="font-medium">{requests.asks(student)}</b>{' '}
          <span className="text-ink-soft">
            {role === title ? organisation : requests.facts(role, organisation)}
          </span>
        </p>
        <p className="label num">{requests.work(format.period(start, end), format.hours(minutes), claims)}</p>
        <p className="mt-1">
          <Status icon="hourglass" tone="amber" words={requests.waiting(format.since(createdAt))} />
        </p>
      </div>
      <a
        className="btn btn-second btn-small"
        href={path}
        aria-label={requests.answerOf(student, title)}
        data-file
      >
        {requests.answer}
      </a>
    </li>
  )
}
