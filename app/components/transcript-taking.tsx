import type { ReactNode } from 'react'
import { transcriptForms, transcriptPath, type ShownTranscript, type TranscriptForm } from '~/domain/transcript'
import { useMessages } from '~/messages/messages'
import { languageNames } from '~/messages/paper-languages'
import { LinkButton } from './button'
import { Section } from './section'

type Props = {
  transcript: ShownTranscript
  /** The paper that was asked for first. */
  form: TranscriptForm
  children?: ReactNode
}

/** Every form of it, for its holder and for the office that issued it. */
export function TranscriptTaking({ transcript: { id, language, revokedAt }, form: first, children }: Props) {
  const { page: words } = useMessages().transcript
  return (
    <Section title={words.take}>
      {!revokedAt && (
        <>
          <p className="mb-4">{words.pdfNote(languageNames[language])}</p>
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
      {children}
    </Section>
  )
}
