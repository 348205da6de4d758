import type { Waiting } from '~/domain/request-inbox.server'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { Disclosure } from './section'
import { WaitingRow } from './waiting-row'

type Props = {
  groups: readonly (readonly Waiting[])[]
  /** Where those that share one activity are answered together, by any of their requests. */
  together: (of: Waiting) => string
}

/** Oldest first; what several students ask about the same thing stands in one place. */
export function WaitingGroups({ groups, together }: Props) {
  return (
    <ul className="rows">
      {groups.map(rows => {
        const [first, second] = rows
        if (!first) return null
        if (!second) return <WaitingRow key={first.id} row={first} />
        return <Group key={first.id} rows={rows} first={first} href={together(first)} />
      })}
    </ul>
  )
}

type GroupProps = { rows: readonly Waiting[]; first: Waiting; href: string }

function Group({ rows, first, href }: GroupProps) {
  const { messages, format } = useWords()
  const { waiting } = messages
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-lg">{first.title}</h2>
          <p className="text-ink-soft">{first.organisation}</p>
          <p className="label">
            {waiting.group(rows.length)}, {waiting.since(format.since(first.createdAt))}
          </p>
        </div>
        <LinkButton to={href} isSmall>
          {waiting.together(rows.length)}
          <span className="sr-only">: {first.title}</span>
        </LinkButton>
      </div>
      <Disclosure summary={waiting.each}>
        <ul className="grid gap-1">
          {rows.map(({ id, student, path }) => (
            <li key={id}>
              <a className="link inline-block py-1" href={path} data-file>
                {student}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </li>
  )
}
