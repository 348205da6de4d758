import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { ApproveTyped, ReasonTyped } from '~/domain/review-forms.server'
import type { ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { Form } from './form'
import { HiddenFields, TextArea, TextInput } from './inputs'
import { Icon } from './icon'

type Reply = SubmissionResult<string[]> | null
type Props = { page: ReviewPage; reply: Reply }

/** Approve with one press; everything else asks for its reason first. */
export function ReviewDecision({ page, reply }: Props) {
  const { decide, one } = useWords().messages.review
  const { may, hasEndorsed } = page
  if (hasEndorsed) return <p>{one.theirs}</p>
  if (!may.return && !may.rescind) return <p className="label">{decide.nothing}</p>
  return (
    <div className="review-ways">
      {may.approve && (page.mustNameMinutes ? <ApproveOnDocument {...{ page, reply }} /> : <Approve {...{ page, reply }} />)}
      {may.return && !may.approve && <p>{may.decline ? decide.unconfirmed : decide.waits}</p>}
      {reasoned.map(decision => may[decision] && <Reasoned key={decision} {...{ page, reply, decision }} />)}
    </div>
  )
}

const reasoned = ['return', 'decline', 'rescind'] as const

/** On a document nobody confirmed a time: the reviewer names it before they approve. */
function ApproveOnDocument({ page, reply }: Props) {
  const { review, written } = useWords().messages
  const { minutes, reason, counts } = written.review
  const [form, fields] = useForm<ApproveTyped>({ id: 'approve', lastResult: replyTo('approve', reply) })
  return (
    <Form form={form} className="grid gap-4">
      <HiddenFields values={{ decision: 'approve', revision: page.version, answers: page.answers }} />
      <p>{counts}</p>
      <NamedTime fields={fields} label={minutes} why={reason} />
      <div data-approve>
        <SubmitButton icon="check" isWide>
          {review.decide.approve}
        </SubmitButton>
      </div>
    </Form>
  )
}

type NamedFields = Required<{ [Name in keyof ApproveTyped]: FieldMetadata<ApproveTyped[Name], ApproveTyped> }>

function NamedTime({ fields, label, why }: { fields: NamedFields; label: string; why: string }) {
  const { minutesNote } = useWords().messages.review.decide
  return (
    <>
      <TextInput field={fields.minutes} label={label} hint={minutesNote} look="short" autoComplete="off" />
      <TextArea field={fields.reason} label={why} rows={2} />
    </>
  )
}

function Approve({ page, reply }: Props) {
  const { messages, format } = useWords()
  const { decide } = messages.review
  const own = replyTo('approve', reply)
  const [form, fields] = useForm<ApproveTyped>({ id: 'approve', lastResult: own })
  const smallest = Math.min(...page.endorsements.map(({ minutes }) => minutes))
  return (
    <Form form={form} className="review-approve">
      <HiddenFields values={{ decision: 'approve', revision: page.version, answers: page.answers }} />
      <div data-approve>
        <SubmitButton icon="check" isWide>
          {decide.approve}
        </SubmitButton>
      </div>
      {Number.isFinite(smallest) && <p className="label">{decide.counts(format.hours(smallest))}</p>}
      <Opening title={decide.otherTime} isOpen={own !== null}>
        <NamedTime fields={fields} label={decide.minutes} why={decide.minutesReason} />
      </Opening>
    </Form>
  )
}

type Decision = (typeof reasoned)[number]

function Reasoned({ page, reply, decision }: Props & { decision: Decision }) {
  const { title, reason, note, button } = useWords().messages.review.decide.reasoned[decision]
  const own = replyTo(decision, reply)
  const [form, fields] = useForm<ReasonTyped>({ id: decision, lastResult: own })
  return (
    <div className="review-way" data-decision={decision}>
      <Opening title={title} isOpen={own !== null}>
        <Form form={form} className="grid gap-4">
          <HiddenFields values={{ decision, revision: page.version, answers: page.answers }} />
          <TextArea field={fields.reason} label={reason(page.student.firstName)} hint={note} rows={3} />
          <div>
            <SubmitButton tone={decision === 'return' ? 'second' : 'danger'}>{button}</SubmitButton>
          </div>
        </Form>
      </Opening>
    </div>
  )
}

function Opening({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="more" open={isOpen || undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {title}
      </summary>
      <div className="mt-3 grid gap-4">{children}</div>
    </details>
  )
}

/** The page has several forms; what came back belongs to the one that was sent. */
function replyTo(decision: 'approve' | Decision, reply: Reply): Reply {
  return reply?.initialValue?.['decision'] === decision ? reply : null
}
