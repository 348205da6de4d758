import { Form as PlainForm } from '@remix-run/react'
import { acceptedTypes } from '~/domain/evidence'
import type { Piece } from '~/domain/evidence-piece'
import { useWords, type Words } from '~/messages/messages'
import { EvidenceCard, evidenceIcon } from './evidence-card'
import { Icon } from './icon'
import { HiddenFields } from './inputs'
import { Disclosure } from './section'

type Props = {
  activityId: string
  pieces: readonly Piece[]
  /** The revision whose draft they can be removed from. */
  removableFrom?: number
}

/** What the student added, and while it is a draft the way to take it out again. */
export function OwnEvidence({ activityId, pieces, removableFrom }: Props) {
  const { evidence } = useWords().messages.log
  return (
    <ul className="grid gap-2">
      {pieces.map(piece => (
        <li key={piece.id} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <OnePiece activityId={activityId} piece={piece} />
          </div>
          {removableFrom !== undefined && (
            <PlainForm method="post" action={`/activities/${activityId}/evidence`}>
              <HiddenFields values={{ revision: removableFrom, remove: piece.id }} />
              <button className="icon-btn mt-4" aria-label={evidence.remove(piece.name)}>
                <Icon name="x" />
              </button>
            </PlainForm>
          )}
        </li>
      ))}
    </ul>
  )
}

function OnePiece({ activityId, piece }: { activityId: string; piece: Piece }) {
  const words = useWords()
  const { id, kind, name, url, text, description } = piece
  const icon = evidenceIcon(kind, piece.mediaType ?? undefined)
  const href = kind === 'link' ? url ?? '' : `/activities/${activityId}/evidence/${id}`
  return (
    <>
      {kind === 'text' ? (
        <div className="sheet p-4">
          <p className="font-medium">{name}</p>
          <p className="label">{noteOf(piece, words)}</p>
          <Disclosure summary={words.messages.activity.claims.readText}>
            <p className="quote">{text}</p>
          </Disclosure>
        </div>
      ) : (
        <EvidenceCard
          name={name}
          note={noteOf(piece, words)}
          readAs={readAs(piece, words)}
          href={href}
          icon={icon}
        />
      )}
      {description && <p className="label mt-1">{description}</p>}
    </>
  )
}

function readAs({ linkTitle, linkReadAt }: Piece, { messages, format }: Words) {
  return linkReadAt ? messages.evidence.readAs(linkTitle, format.day(format.dayOf(linkReadAt))) : undefined
}

/** "PDF, 48 kB, private": what it is and who sees it. */
function noteOf({ kind, mediaType, bytes, showsPeople }: Piece, { messages, format }: Words) {
  const { claims } = messages.activity
  const what =
    kind === 'link'
      ? claims.link
      : kind === 'text'
      ? claims.text
      : (acceptedTypes[mediaType ?? '']?.[0] ?? '').toUpperCase()
  return [what, bytes !== null && format.size(bytes), claims.private, showsPeople && claims.showsPeople]
    .filter(Boolean)
    .join(', ')
}
