import type { ConfirmedTranscript } from '~/domain/transcript'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { PageTitle } from './page-title'
import { Terms } from './table'

/** For whoever has the paper of one whose page is not public: that it exists and how it stands, and nothing else. */
export function TranscriptConfirmation({ confirmed: { number, institution, validFrom, revokedAt } }: { confirmed: ConfirmedTranscript }) {
  const { messages: { transcriptIssue: { confirmed: words } }, format } = useWords()
  const day = (at: Date) => format.day(format.dayOf(at))
  return (
    <>
      <PageTitle below={revokedAt ? words.withdrawn(day(revokedAt)) : words.inForce}>{words.title}</PageTitle>
      <Terms terms={[{ name: words.number, value: <code>{number}</code> }]} />
      <p className="prose mt-6">{words.issued(institution, day(validFrom))} {words.closed}</p>
      <p className="mt-6"><LinkButton tone="primary" to="/verify">{words.verify}</LinkButton></p>
    </>
  )
}
