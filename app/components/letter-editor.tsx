import { useForm, type SubmissionResult } from '@conform-to/react'
import { places, type EditableLetter, type Template } from '~/domain/letter-template'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Fields = { subject: string; body: string }

type Props = {
  letter: EditableLetter
  wording: Template & { changedAt: Date | null }
  /** What was typed and not kept yet. */
  typed: Template | null
  reply: SubmissionResult<string[]> | null
}

/** The words of a letter with places to be filled; what is always in it stands in the preview. */
export function LetterEditor({ letter, wording, typed, reply }: Props) {
  const { letterEditor: words } = useMessages()
  const { subject, body } = typed ?? wording
  const [form, fields] = useForm<Fields>({ id: 'letter', lastResult: reply, defaultValue: { subject, body } })
  const action = `/mail/letters/${letter}`
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ shown: wording.changedAt?.getTime() ?? '' }} />
      <TextInput
        field={fields.subject}
        label={words.subject}
        hint={words.subjectHint}
        maxLength={120}
        autoComplete="off"
      />
      <TextArea field={fields.body} label={words.body} hint={words.bodyHint} rows={14} maxLength={4000} />
      <Places />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.save}</SubmitButton>
        <button className="btn btn-second" name="preview" value="yes" formAction={`${action}#preview`}>
          {words.preview}
        </button>
        <button className="btn btn-second" formAction={`${action}/page`} formTarget="_blank">
          {words.asPage}
        </button>
      </div>
      {wording.changedAt && (
        <div>
          <button className="btn btn-quiet" name="restore" value="yes">
            {words.restore}
          </button>
          <p className="hint">{words.restoreNote}</p>
        </div>
      )}
    </PlainForm>
  )
}

function Places() {
  const { letterEditor: words } = useMessages()
  return (
    <div>
      <h3>{words.places}</h3>
      <dl className="mt-2 grid items-baseline gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        {places.map(place => (
          <div key={place} className="contents">
            <dt className="font-medium">{`{${place}}`}</dt>
            <dd className="label">{words.place[place]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
