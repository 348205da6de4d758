import { useForm, type SubmissionResult } from '@conform-to/react'
import type { SelectionTyped } from '~/domain/review-forms.server'
import type { QueuedActivity } from '~/domain/review-queue.server'
import { useMessages, useWords } from '~/messages/messages'
import { AssuranceLine } from './assurance'
import { SubmitButton } from './button'
import { Form } from './form'
import { Status } from './status'

type Props = {
  rows: readonly QueuedActivity[]
  openId: string | undefined
  /** Keeps the list's place when a row is opened. */
  search: string
  reply: SubmissionResult<string[]> | null
}

/** The queue: a row opens beside it; those without a flag can be approved together. */
export function ReviewList({ rows, openId, search, reply }: Props) {
  const { list } = useMessages().review
  const [form, { selected }] = useForm<SelectionTyped>({ id: 'queue', lastResult: reply })
  const canSelect = rows.some(isPlain)
  return (
    <Form form={form} className="grid gap-4">
      <ol className="review-rows" aria-label={list.label} id={selected.id}>
        {rows.map(row => (
          <ReviewRow key={row.id} row={row} isOpen={row.id === openId} search={search} name={selected.name} />
        ))}
      </ol>
      {canSelect && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton tone="second" isSmall icon="check">
            {list.approveSelected}
          </SubmitButton>
          <p className="label">
            {list.undoNote} {list.selectNote}
          </p>
        </div>
      )}
    </Form>
  )
}

/** What carries a flag, or rests on a document alone, is opened and looked at. */
const isPlain = ({ flags, endorser, documentId }: QueuedActivity) =>
  flags.length === 0 && (endorser !== null || documentId === null)

type RowProps = { row: QueuedActivity; isOpen: boolean; search: string; name: string }

function ReviewRow({ row, isOpen, search, name }: RowProps) {
  const { messages, format } = useWords()
  const { list, flag: words } = messages.review
  const { id, revision, answers, student, title, organisation, statusAt, flags } = row
  return (
    <li className={isOpen ? 'review-row review-open' : 'review-row'}>
      {isPlain(row) ? (
        <input
          type="checkbox"
          name={name}
          value={`${id}:${revision}:${answers}`}
          aria-label={list.select(student, title)}
        />
      ) : (
        <span />
      )}
      <div className="min-w-0">
        <a
          className="review-link"
          href={`/review/${id}${search}`}
          aria-current={isOpen ? 'page' : undefined}
          data-row
        >
          <b>{student}</b> <span className="text-ink-soft">{list.facts(title, organisation)}</span>
        </a>
        <Endorser row={row} />
        {flags.map(flag => (
          <p key={flag.kind} className="mt-1">
            <Status icon="flag" tone="amber" words={words.short(flag)} />
          </p>
        ))}
      </div>
      <span className="label num">{format.age(statusAt)}</span>
    </li>
  )
}

function Endorser({ row: { endorser, assurance, endorsements, documentId } }: { row: QueuedActivity }) {
  const messages = useMessages()
  const { list } = messages.review
  if (!endorser || !assurance)
    return <p className="label">{documentId ? messages.written.review.list : list.nobody}</p>
  return (
    <p className="label flex flex-wrap gap-x-2">
      <AssuranceLine identity={assurance} messages={messages} who={endorser} />
      {endorsements > 1 && list.more(endorsements - 1)}
    </p>
  )
}
