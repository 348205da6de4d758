import { useForm, type SubmissionResult } from '@conform-to/react'
import { limits } from '~/domain/activity'
import { outcomes } from '~/domain/appeal'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { HiddenFields, TextArea } from './inputs'

type Reply = { reply: SubmissionResult<string[]> | null }

/** The student's words against a decision. */
export function AppealForm({ activityId, revision, reply }: Reply & { activityId: string; revision: number }) {
  const { student } = useMessages().appeals
  const [form, fields] = useForm<{ text: string }>({ id: 'appeal', lastResult: reply })
  return (
    <Form form={form} className="form log-form pb-12">
      <HiddenFields values={{ revision }} />
      <TextArea field={fields.text} label={student.text} hint={student.textHint} rows={6} maxLength={limits.narrative} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="send">{student.send}</SubmitButton>
        <LinkButton tone="quiet" to={`/activities/${activityId}`}>
          {student.keep}
        </LinkButton>
      </div>
    </Form>
  )
}

/** Upheld or dismissed, with why. */
export function AppealDecision({ reply }: Reply) {
  const { one } = useMessages().appeals
  const [form, fields] = useForm<{ outcome: string; reason: string }>({ id: 'decide', lastResult: reply })
  const choices = outcomes.map(value => ({ value, label: one.outcomes[value], note: one.follows[value] }))
  return (
    <Form form={form}>
      <ChoiceGroup field={fields.outcome} label={one.outcome} choices={choices} />
      <TextArea field={fields.reason} label={one.reason} rows={4} maxLength={limits.narrative} />
      <div>
        <SubmitButton>{one.button}</SubmitButton>
      </div>
    </Form>
  )
}
