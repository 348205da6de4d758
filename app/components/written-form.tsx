import { useForm, type SubmissionResult } from '@conform-to/react'
import { limits } from '~/domain/activity'
import { documentAccept } from '~/domain/written-confirmation'
import type { WrittenTyped, Writable } from '~/domain/written-confirmation.server'
import { PATIENCE_DAYS } from '~/domain/written-confirmation'
import { useMessages, useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { FileInput, HiddenFields, TextArea, TextInput } from './inputs'

type Props = {
  activity: Writable
  formKey: string
  reply: SubmissionResult<string[]> | null
}

/** Takes the document, whose it is, and why nobody can be reached. */
export function WrittenForm({ activity: { id, revision, kinds }, formKey, reply }: Props) {
  const { written } = useMessages()
  const [form, fields] = useForm<WrittenTyped>({ id: 'document', lastResult: reply })
  const choices = kinds.map(value => ({
    value,
    label: written.kinds[value],
    note: written.kindNote[value],
  }))
  return (
    <Form form={form} isUpload className="form log-form pb-12">
      <HiddenFields values={{ revision, formKey }} />
      <ChoiceGroup field={fields.kind} label={written.kind} choices={choices} />
      <TextInput
        field={fields.writtenBy}
        label={written.writtenBy}
        hint={written.writtenByHint}
        maxLength={limits.title}
      />
      <TextArea
        field={fields.reason}
        label={written.reason}
        hint={written.reasonHint}
        maxLength={limits.claim}
      />
      <FileInput
        field={fields.file}
        label={written.file}
        accept={documentAccept}
        hint={form.status === 'error' ? written.again : written.fileHint}
      />
      <p className="label">{written.follows}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="send">{written.send}</SubmitButton>
        <LinkButton tone="quiet" to={`/activities/${id}`}>
          {written.keep}
        </LinkButton>
      </div>
    </Form>
  )
}

/** Who is still waited for, and since when. */
export function StillAwaited({ activity: { id, isSubmitted, awaited } }: Pick<Props, 'activity'>) {
  const { messages, format } = useWords()
  const { written, activity } = messages
  return (
    <div className="grid max-w-[62ch] gap-3 border-t border-line py-8">
      {!isSubmitted && <p>{written.closed}</p>}
      {isSubmitted && <p>{written.notYetNote(PATIENCE_DAYS)}</p>}
      {isSubmitted &&
        awaited.map(request => (
          <p key={request.id}>
            {request.status === 'started'
              ? written.begun(request.endorserName || activity.somebody, format.on(request.statusAt))
              : written.awaited(request.endorserName || activity.somebody, format.since(request.statusAt))}
          </p>
        ))}
      {isSubmitted && awaited.length === 0 && <p>{written.reached}</p>}
      {isSubmitted && (
        <p>
          <a className="link inline-block py-1" href={`/activities/${id}/form`}>
            {written.printFirst}
          </a>
        </p>
      )}
    </div>
  )
}
