import { useForm, type SubmissionResult } from '@conform-to/react'
import { transcriptPath, type ShownTranscript, type TranscriptForm } from '~/domain/transcript'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { CopyField } from './copy-field'
import { PlainForm } from './plain-form'
import { Disclosure, Section } from './section'
import { TranscriptTaking } from './transcript-taking'

type Props = {
  transcript: ShownTranscript
  /** The paper that was asked for first. */
  form: TranscriptForm
  reply: SubmissionResult<string[]> | null
}

/** What its holder does with it. */
export function TranscriptKeeping({ transcript, form, reply }: Props) {
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
      <TranscriptTaking transcript={transcript} form={form}>
        {!revokedAt && (
          <div className="mt-8">
            <Disclosure summary={words.withdraw}>
              <p className="mb-4 max-w-[62ch]">{words.withdrawNote}</p>
              <Act id={id} act="withdraw" reply={null}>{words.withdraw}</Act>
            </Disclosure>
          </div>
        )}
      </TranscriptTaking>
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
