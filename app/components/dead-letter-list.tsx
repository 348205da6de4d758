import { useForm, type SubmissionResult } from '@conform-to/react'
import type { DeadLetter } from '~/domain/dead-letter.server'
import { useWords } from '~/messages/messages'
import { PlainForm } from './plain-form'
import { Disclosure } from './section'
import { Status } from './status'

type Props = { rows: readonly DeadLetter[]; reply: SubmissionResult<string[]> | null }

/** What could not be sent; each can be sent again or let go. */
export function DeadLetterList({ rows, reply }: Props) {
  const [form] = useForm<Record<string, string>>({ id: 'letters', lastResult: reply })
  return (
    <PlainForm form={form} action="/mail?index">
      <ul className="rows">
        {rows.map(row => (
          <DeadLetterRow key={row.id} row={row} />
        ))}
      </ul>
    </PlainForm>
  )
}

function DeadLetterRow({ row }: { row: DeadLetter }) {
  const { messages, format } = useWords()
  const words = messages.mailDesk
  const letter = words.what(row.what)
  const shown = `${row.id}:${row.deadAt.getTime()}`
  return (
    <li className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{letter}</p>
        {row.to && <p className="label wrap-anywhere">{words.to(row.to)}</p>}
        <Status icon="circle-alert" tone="amber" words={words.trouble[row.trouble]} />
        <p className="label">{words.since(format.on(row.deadAt), format.on(row.createdAt))}</p>
        {row.error && (
          <Disclosure summary={words.said}>
            <p className="max-w-[66ch] wrap-anywhere">{row.error}</p>
          </Disclosure>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <button
          className="btn btn-second btn-small"
          name="again"
          value={shown}
          aria-label={words.againOf(letter, row.to)}
        >
          {words.again}
        </button>
        <button
          className="btn btn-quiet btn-small"
          name="giveUp"
          value={shown}
          aria-label={words.giveUpOf(letter, row.to)}
        >
          {words.giveUp}
        </button>
      </div>
    </li>
  )
}
