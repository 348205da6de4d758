import type { ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { EvidenceCard, evidenceIcon } from './evidence-card'

/** The document that stands in for whoever could not be reached, before anything else is read. */
export function ReviewWritten({ page: { id: activityId, documents } }: { page: ReviewPage }) {
  const { messages, format } = useWords()
  const { review, kinds } = messages.written
  return (
    <>
      <p className="label mb-4">{review.note}</p>
      <ul className="grid gap-6">
        {documents.map(({ id, kind, writtenBy, reason, fileName, mediaType, createdAt }) => (
          <li key={id}>
            <EvidenceCard
              name={fileName}
              note={[kinds[kind], review.sent(format.on(createdAt))].join(', ')}
              href={`/activities/${activityId}/documents/${id}`}
              icon={evidenceIcon('file', mediaType)}
            />
            <p className="mt-2 font-medium break-words">{review.says(writtenBy)}</p>
            <h4 className="mt-3">{review.why}</h4>
            <p className="break-words whitespace-pre-line">{reason}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
