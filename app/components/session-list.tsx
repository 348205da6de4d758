import { useWords } from '~/messages/messages'
import { Icon } from './icon'

interface Session {
  id: string
  browser: string | null
  system: string | null
  ip: string
  lastSeenAt: Date
  isThisOne: boolean
}

/** Where somebody is signed in; each but this one can be ended. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { yourAccount } = useWords().messages
  return (
    <form method="post" className="grid gap-6">
      <ul className="rows">
        {sessions.map(session => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-4 py-4">
            <SessionLine {...session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <p>
          <button className="btn btn-second" name="session" value="others">
            {yourAccount.endOthers}
          </button>
        </p>
      )}
    </form>
  )
}

function SessionLine({ id, browser, system, ip, lastSeenAt, isThisOne }: Session) {
  const { messages, format } = useWords()
  const { yourAccount } = messages
  const name = browser
    ? yourAccount.browser(browser, system ?? yourAccount.unknownSystem)
    : yourAccount.unknownBrowser
  return (
    <>
      <span className="min-w-0">
        {name}
        <span className="label num block">
          {yourAccount.seen(format.moment(lastSeenAt))} {ip && yourAccount.from(ip)}
        </span>
      </span>
      {isThisOne ? (
        <span className="label flex items-center gap-2">
          <Icon name="circle-check" />
          {yourAccount.here}
        </span>
      ) : (
        <button
          className="btn btn-second btn-small"
          name="session"
          value={id}
          aria-label={yourAccount.endOf(name)}
        >
          {yourAccount.end}
        </button>
      )}
    </>
  )
}
