import { useForm, type SubmissionResult } from '@conform-to/react'
import { limits } from '~/domain/activity'
import { correctionOutcomes } from '~/domain/correction'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { HiddenFields, TextArea } from './inputs'

type Reply = { reply: SubmissionResult<string[]> | null }

/** The student's words, before anything is decided. */
export function CorrectionAnswer({ reply }: Reply) {
  const { student } = useMessages().corrections
  const [form, fields] = useForm<{ answer: string }>({ id: 'answer', lastResult: reply })
  return (
    <Form form={form} className="form log-form">
      <TextArea field={fields.answer} label={student.text} hint={student.textHint} rows={6} maxLength={limits.narrative} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="send">{student.send}</SubmitButton>
        <LinkButton tone="quiet" to="/credentials">
          {student.keep}
        </LinkButton>
      </div>
    </Form>
  )
}

/** It stands, is issued anew or is revoked, with why. What no longer meets its programme cannot be issued anew. */
export function CorrectionDecision({ isMet, isAnswered, reply }: Reply & { isMet: boolean; isAnswered: boolean }) {
  const { one } = useMessages().corrections
  const [form, fields] = useForm<{ outcome: string; reason: string }>({ id: 'decide', lastResult: reply })
  const choices = correctionOutcomes
    .filter(value => isMet || value !== 'reissued')
    .map(value => ({ value, label: one.outcomes[value], note: one.follows[value] }))
  return (
    <Form form={form}>
      <HiddenFields values={{ isAnswered: String(isAnswered) }} />
      <ChoiceGroup field={fields.outcome} label={one.outcome} choices={choices} />
      <TextArea field={fields.reason} label={one.reason} rows={4} maxLength={limits.narrative} />
      <div>
        <SubmitButton>{one.button}</SubmitButton>
      </div>
    </Form>
  )
}
