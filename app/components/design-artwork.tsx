import { useForm, type SubmissionResult } from '@conform-to/react'
import { artworkAccept } from '~/domain/artwork'
import type { Design } from '~/domain/design-page.server'
import { emblemOf } from '~/domain/programme-description'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Emblem } from './emblem'
import { FileInput, HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = {
  design: Pick<Design, 'id' | 'status' | 'title' | 'level' | 'seriesId' | 'artworkDigest' | 'shown'>
  institution: string
  reply: SubmissionResult<string[]> | null
}

/** The emblem that is drawn, beside the picture that takes its place where there is one. */
export function DesignArtwork({ design, institution, reply }: Props) {
  const { designArtwork: words } = useMessages()
  const { title, status, artworkDigest } = design
  return (
    <>
      <Section title={words.title} note={words.note}>
        <div className="flex flex-wrap gap-x-12 gap-y-8">
          <Shown design={design} institution={institution} kind="drawn" />
          {artworkDigest && <Shown design={design} institution={institution} kind="uploaded" />}
        </div>
        <p className="label mt-6 max-w-[62ch]">{words.spoken(words.alt(title))}</p>
        {status !== 'draft' && <p className="label mt-3">{words.fixed}</p>}
      </Section>
      {status === 'draft' && (
        <Section title={artworkDigest ? words.replace : words.change} note={words.changeNote}>
          <Upload design={design} reply={reply} />
          {artworkDigest && <Remove design={design} />}
        </Section>
      )}
    </>
  )
}

type ShownProps = Pick<Props, 'design' | 'institution'> & { kind: 'drawn' | 'uploaded' }

/** Large, and as small as lists show it. */
function Shown({ design, institution, kind }: ShownProps) {
  const { designArtwork: words } = useMessages()
  const isInUse = (kind === 'uploaded') === (design.artworkDigest !== null)
  const source = emblemOf(kind === 'drawn' ? { ...design, artworkDigest: null } : design, institution)
  return (
    <figure className="w-[232px]">
      <div className="flex items-end gap-5">
        <Emblem source={source} size={168} label={words.alt(design.title)} />
        <Emblem source={source} size={44} />
      </div>
      <figcaption className="mt-3">
        <b className="font-medium">{words[kind]}</b>
        {isInUse && ` · ${words.inUse}`}
        <span className="label block">{words[`${kind}Note`]}</span>
      </figcaption>
    </figure>
  )
}

function Upload({ design: { id, shown }, reply }: Pick<Props, 'design' | 'reply'>) {
  const { designArtwork: words } = useMessages()
  const [form, fields] = useForm<{ file: File }>({ id: 'artwork', lastResult: reply })
  return (
    <PlainForm form={form} action={`/design/${id}/artwork`} isUpload>
      <HiddenFields values={{ shown: shown.artwork }} />
      <FileInput
        field={fields.file}
        label={words.file}
        accept={artworkAccept}
        hint={form.status === 'error' ? words.again : words.fileHint}
      />
      <div>
        <SubmitButton>{words.upload}</SubmitButton>
      </div>
    </PlainForm>
  )
}

function Remove({ design: { id, shown } }: Pick<Props, 'design'>) {
  const { designArtwork: words } = useMessages()
  return (
    <form method="post" action={`/design/${id}/artwork`} className="mt-8 border-t border-line pt-6">
      <HiddenFields values={{ shown: shown.artwork }} />
      <SubmitButton tone="quiet">{words.remove}</SubmitButton>
      <p className="label mt-2">{words.removeNote}</p>
    </form>
  )
}
