import { useForm, type SubmissionResult } from '@conform-to/react'
import type { KeptSignatory } from '~/domain/signatory-keeping.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { DateInput, HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = { signatory: KeptSignatory; reply: SubmissionResult<string[]> | null }

/** The last day in office; and, as long as no paper bears the name, taking it away. */
export function SignatoryChange({ signatory, reply }: Props) {
  const { signatory: words } = useWords().messages.housePapers
  const { id, isRemovable, endsFrom } = signatory
  return (
    <>
      <Section title={words.endTitle} note={words.endNote}>
        {endsFrom === null ? <p>{words.over}</p> : <Ending signatory={{ ...signatory, endsFrom }} reply={reply} />}
      </Section>
      {isRemovable && (
        <Section title={words.removeTitle} note={words.removeNote}>
          <form method="post" action={`/papers/signatories/${id}`}>
            <HiddenFields values={{ act: 'removal' }} />
            <SubmitButton tone="danger">{words.remove}</SubmitButton>
          </form>
        </Section>
      )}
    </>
  )
}

function Ending({ signatory: { id, inOfficeUntil, isRemovable, endsFrom }, reply }: { signatory: KeptSignatory & { endsFrom: string } } & Pick<Props, 'reply'>) {
  const { messages: { housePapers: { signatory: words } }, format } = useWords()
  const [form, fields] = useForm<{ inOfficeUntil: string }>({
    id: 'end',
    lastResult: reply,
    defaultValue: { inOfficeUntil: inOfficeUntil ?? '' },
  })
  return (
    <PlainForm form={form} action={`/papers/signatories/${id}`}>
      <DateInput field={fields.inOfficeUntil} label={words.until} hint={(isRemovable ? words.untilFree : words.untilHint)(format.day(endsFrom))} min={endsFrom} />
      <div>
        <SubmitButton>{words.end}</SubmitButton>
      </div>
    </PlainForm>
  )
}
