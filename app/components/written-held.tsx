import type { ActivityInFull } from '~/domain/activity-page.server'
import { useWords } from '~/messages/messages'
import { EvidenceCard, evidenceIcon } from './evidence-card'
import { Note, Section } from './section'

/** The documents that stood in for somebody, as their student sees them. */
export function WrittenHeld({ activity: { id: activityId, written } }: { activity: ActivityInFull }) {
  const { messages, format } = useWords()
  const { held, kinds } = messages.written
  const { version } = messages.activity.holders
  if (written.length === 0) return null
  return (
    <Section title={held.title} note={held.private}>
      <ul className="grid gap-5">
        {written.map(({ id, kind, writtenBy, reason, fileName, mediaType, createdAt, revision }) => (
          <li key={id}>
            <EvidenceCard
              name={fileName}
              note={`${kinds[kind]}, ${version(revision.number)}`}
              href={`/activities/${activityId}/documents/${id}`}
              icon={evidenceIcon('file', mediaType)}
            />
            <p className="mt-2 break-words">{held.by(writtenBy, format.on(createdAt))}</p>
            <p className="aside-quote mt-1">{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where nobody who was asked is left to wait for. */
export function WrittenInstead({ id }: { id: string }) {
  const { instead } = useWords().messages.written
  return (
    <div className="mt-7 max-w-3xl">
      <Note tone="sky">
        <p className="font-medium">{instead.title}</p>
        <p className="mt-1">
          {instead.words}{' '}
          <a className="link" href={`/activities/${id}/document`}>
            {instead.link}
          </a>
        </p>
      </Note>
    </div>
  )
}
