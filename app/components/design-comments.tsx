import { useForm, type SubmissionResult } from '@conform-to/react'
import { designFields } from '~/domain/design-fields'
import type { CommentTyped } from '~/domain/design-forms.server'
import type { ProgrammeComment } from '~/domain/programme-comment.server'
import { useMessages, useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, Select, TextArea } from './inputs'
import { PlainForm } from './plain-form'
import { Disclosure, Section } from './section'

type Reply = SubmissionResult<string[]> | null
type Props = { id: string; comments: readonly ProgrammeComment[]; formKey: string; reply: Reply }

export function DesignComments({ id, comments, formKey, reply }: Props) {
  const { comments: words } = useMessages().design
  const isAdding = reply?.initialValue?.['act'] === 'comment'
  return (
    <Section title={words.title} note={words.note} id="comments">
      {comments.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {comments.map(comment => (
          <Comment key={comment.id} id={id} comment={comment} />
        ))}
      </ul>
      <div className="mt-6">
        <Disclosure summary={words.submit} isOpen={isAdding}>
          <CommentForm id={id} formKey={formKey} reply={isAdding ? reply : null} />
        </Disclosure>
      </div>
    </Section>
  )
}

function Comment({ id, comment }: { id: string; comment: ProgrammeComment }) {
  const { messages, format } = useWords()
  const { design: { comments: words }, designFields: fields } = messages
  const { about, author, partner, isSettled } = comment
  const who = partner ? words.partner(partner.name, partner.organisation) : author ?? words.somebody
  return (
    <li>
      <p className="font-medium">
        {about ? <a className="quiet-link" href={linkTo(id, about)}>{fields.of[about].label}</a> : words.whole}
      </p>
      <p className="max-w-[66ch] whitespace-pre-line">{comment.text}</p>
      <p className="label">{[who, format.on(comment.createdAt), isSettled && words.settled].filter(Boolean).join(', ')}</p>
      {!isSettled && (
        <form className="mt-2" method="post" action={`/design/${id}?index`}>
          <HiddenFields values={{ act: 'settle', settle: comment.id }} />
          <SubmitButton tone="second" isSmall icon="check">
            {words.settle}
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

const linkTo = (id: string, about: string) =>
  about === 'requirement' ? `/design/${id}/requirement` : `/design/${id}#design-${about}`

function CommentForm({ id, formKey, reply }: { id: string; formKey: string; reply: Reply }) {
  const { design: { comments: words }, designFields: fields } = useMessages()
  const [form, { about, text }] = useForm<CommentTyped>({ id: 'comment', lastResult: reply })
  const options = designFields.map(value => ({ value, label: fields.of[value].label }))
  return (
    <PlainForm form={form} action={`/design/${id}?index`}>
      <HiddenFields values={{ act: 'comment', formKey }} />
      <Select field={about} label={words.about} hasBlank={false} options={[{ value: '', label: words.whole }, ...options]} />
      <TextArea field={text} label={words.text} maxLength={2_000} />
      <div>
        <SubmitButton tone="second">{words.submit}</SubmitButton>
      </div>
    </PlainForm>
  )
}
