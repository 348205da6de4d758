import { useForm, type SubmissionResult } from '@conform-to/react'
import { artworkAccept } from '~/domain/artwork'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { FileInput, HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = { digest: string | null; reply: SubmissionResult<string[]> | null }

/** The picture as it is printed, and another one in its place. */
export function PapersCrest({ digest, reply }: Props) {
  const { crest: words } = useMessages().housePapers
  const [form, fields] = useForm<{ file: File }>({ id: 'crest', lastResult: reply?.initialValue?.['act'] === 'crest' ? reply : null })
  const shown = digest ?? ''
  return (
    <Section title={words.title} note={words.note}>
      {digest ? (
        <p className="mb-6 inline-block rounded-md border border-line bg-[#ffffff] p-3">
          <img src={`/papers/crest.png?${digest.slice(0, 12)}`} alt={words.alt} width={120} height={120} />
        </p>
      ) : (
        <p className="mb-6">{words.none}</p>
      )}
      <PlainForm form={form} action="/papers?index" isUpload>
        <HiddenFields values={{ act: 'crest', shown }} />
        <FileInput field={fields.file} label={words.file} accept={artworkAccept} hint={form.status === 'error' ? words.again : words.fileHint} />
        <div>
          <SubmitButton>{words.upload}</SubmitButton>
        </div>
      </PlainForm>
      {digest && (
        <form method="post" action="/papers?index" className="mt-6 border-t border-line pt-6">
          <HiddenFields values={{ act: 'remove-crest', shown }} />
          <SubmitButton tone="quiet">{words.remove}</SubmitButton>
        </form>
      )}
    </Section>
  )
}
