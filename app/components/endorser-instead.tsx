import { useForm, type SubmissionResult } from '@conform-to/react'
import { declineReasons } from '~/domain/endorsement'
import type { FormPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ChoiceGroup, FieldGroup } from './choices'
import { EndorserFrame, Heading } from './endorser-frame'
import { TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type DeclineTyped = { reason: string; note: string; suggestedName: string; suggestedEmail: string }

type Props = { page: FormPage; path: string; reply: SubmissionResult<string[]> | null }

/** Instead of endorsing: back to the student with a question. */
export function AskFirst({ page: { student, house, facts }, path, reply }: Props) {
  const { ask } = useMessages().endorse
  const [form, fields] = useForm<{ question: string }>({ id: 'question', lastResult: reply })
  return (
    <EndorserFrame house={house} isForm>
      <Heading above={facts.title} below={<p>{ask.note(student.firstName)}</p>}>
        {ask.heading(student.firstName)}
      </Heading>
      <PlainForm form={form} action={`${path}/return`}>
        <TextArea field={fields.question} label={ask.question} rows={4} />
        <Ways button={ask.button} back={ask.back} path={path} />
      </PlainForm>
    </EndorserFrame>
  )
}

/** Instead of endorsing: no, with a reason. */
export function Decline({ page: { student, house, facts }, path, reply }: Props) {
  const { decline } = useMessages().endorse
  const [form, fields] = useForm<DeclineTyped>({ id: 'decline', lastResult: reply })
  const choices = declineReasons.map(value => ({
    value,
    label: decline.reasons[value],
    ...(value === 'didNotHappen' && { note: decline.didNotHappenNote }),
  }))
  return (
    <EndorserFrame house={house} isForm>
      <Heading above={facts.title} below={<p>{decline.note(student.firstName)}</p>}>
        {decline.heading(student.firstName)}
      </Heading>
      <PlainForm form={form} action={`${path}/decline`}>
        <div className="group grid gap-6">
          <ChoiceGroup field={fields.reason} label={decline.reason} choices={choices} />
          <div className="hidden group-has-[[value=notTheRightPerson]:checked]:block">
            <FieldGroup title={decline.better} note={decline.betterNote(student.firstName)}>
              <TextInput field={fields.suggestedName} label={decline.betterName} isOptional autoComplete="off" />
              <TextInput
                field={fields.suggestedEmail}
                type="email"
                label={decline.betterEmail}
                isOptional
                autoComplete="off"
                spellCheck={false}
              />
            </FieldGroup>
          </div>
        </div>
        <TextArea field={fields.note} label={decline.word} hint={decline.wordNote} rows={3} isOptional />
        <Ways button={decline.button} back={decline.back} path={path} />
      </PlainForm>
    </EndorserFrame>
  )
}

export function Ways({ button, back, path }: { button: string; back: string; path: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pb-9">
      <SubmitButton>{button}</SubmitButton>
      <a className="link py-1" href={path}>
        {back}
      </a>
    </div>
  )
}
