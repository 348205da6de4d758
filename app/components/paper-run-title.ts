import type { PaperKind } from '~/domain/paper-run'
import { transcriptForms } from '~/domain/transcript'
import type { Messages } from '~/messages/messages'

/** What a run prints. */
export function paperRunTitle(run: { kind: PaperKind; title: string | null; form: string }, { paperRuns, transcript }: Messages): string {
  if (run.kind === 'certificate') return paperRuns.of.certificate(run.title)
  const form = transcriptForms.find(each => each === run.form) ?? 'full'
  return paperRuns.of.transcript(transcript.form.papers[form])
}
