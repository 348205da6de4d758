import { useForm, type SubmissionResult } from '@conform-to/react'
import { transcriptForms, transcriptPath, type ShownTranscript, type TranscriptForm } from '~/domain/transcript'
import { useMessages } from '~/messages/messages'
import { languageNames } from '~/messages/paper-languages'
import { LinkButton, SubmitButton } from './button'
import { CopyField } from './copy-field'
import { PlainForm } from './plain-form'
import { Disclosure, Section } from './section'

type Props = {
  transcript: ShownTranscript
  /** The paper that was asked for first. */
  form: TranscriptForm
  reply: SubmissionResult<string[]> | null
}

/** What its holder does with it. */
export function TranscriptKeeping({ transcript, form: first, reply }: Props) {
  const { page: words } = useMessages().transcript
  const { id, url, isShared, revokedAt } = transcript
  return (
    <>
      {!revokedAt && (
        <Section title={words.share} note={words.shareNote}>
          <div className="grid max-w-2xl gap-5">
            {isShared && <CopyField label={words.address} value={url} copy={words.copy} copied={words.copied} />}
            <Act id={id} act={isShared ? 'unshare' : 'share'} reply={reply}>{isShared ? words.turnOff : words.turnOn}</Act>
          </div>
        </Section>
      )}
      <Section title={words.take}>
        {!revokedAt && (
          <>
            <p className="mb-4">{words.pdfNote(languageNames[transcript.language])}</p>
            <p className="flex flex-wrap gap-3">
              {[first, ...transcriptForms.filter(form => form !== first)].map(form => (
                <LinkButton key={form} to={`${transcriptPath(id)}.pdf?form=${form}`} icon="download">{words.paper[form]}</LinkButton>
              ))}
            </p>
          </>
        )}
        <p className="mb-4 mt-7">{words.jsonNote}</p>
        <p className="flex flex-wrap gap-3">
          <LinkButton to={`${transcriptPath(id)}.json`} icon="download" isDownload>{words.json}</LinkButton>
          <LinkButton to={`${transcriptPath(id)}.png`} icon="download" isDownload>{words.picture}</LinkButton>
          <LinkButton to={`${transcriptPath(id)}.svg`} icon="download" isDownload>{words.drawing}</LinkButton>
        </p>
        <p className="mb-4 mt-7 max-w-[62ch]">{words.bundleNote}</p>
        <LinkButton to={`${transcriptPath(id)}.zip`} icon="archive" isDownload>{words.bundle}</LinkButton>
        {!revokedAt && (
          <div className="mt-8">
            <Disclosure summary={words.withdraw}>
              <p className="mb-4 max-w-[62ch]">{words.withdrawNote}</p>
              <Act id={id} act="withdraw" reply={null}>{words.withdraw}</Act>
            </Disclosure>
          </div>
        )}
      </Section>
    </>
  )
}

type ActProps = { id: string; act: 'share' | 'unshare' | 'withdraw'; reply: Props['reply']; children: string }

function Act({ id, act, reply, children }: ActProps) {
  const [form] = useForm<Record<string, string>>({ id: act, lastResult: reply })
  return (
    <PlainForm form={form} action={transcriptPath(id)}>
      <p>
        <SubmitButton name="act" value={act} tone={act === 'share' ? 'primary' : 'second'} icon={act === 'share' ? 'globe' : act === 'unshare' ? 'lock' : 'ban'}>
          {children}
        </SubmitButton>
      </p>
    </PlainForm>
  )
}
