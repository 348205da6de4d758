import type { EvidenceShown } from '~/domain/revision-evidence.server'
import { useMessages, useWords } from '~/messages/messages'
import { evidenceIcon } from './evidence-card'
import { Icon } from './icon'

type Props = {
  evidence: readonly EvidenceShown[]
  /** Where its files are. */
  under: string
}

/** Files and links open beside the page, so that what was typed in it stays; words stand in it. */
export function EvidenceHeld({ evidence, under }: Props) {
  const { none } = useMessages().evidence
  if (evidence.length === 0) return <p className="label">{none}</p>
  return (
    <ul className="grid gap-3">
      {evidence.map(piece => (
        <li key={piece.id}>
          <Piece piece={piece} under={under} />
          {piece.description && <p className="label mt-2">{piece.description}</p>}
          {piece.text && <p className="aside-quote mt-2 whitespace-pre-line">{piece.text}</p>}
        </li>
      ))}
    </ul>
  )
}

function Piece({
  piece: { id, kind, name, url, linkTitle, linkReadAt, mediaType, bytes },
  under,
}: {
  piece: EvidenceShown
  under: string
}) {
  const { messages, format } = useWords()
  const { evidence } = messages
  const note = { file: bytes === null ? '' : format.size(bytes), link: evidence.link, text: evidence.text }[
    kind
  ]
  const href = kind === 'file' ? `${under}/${id}` : url
  const inside = (
    <>
      <span className="evidence-icon">
        <Icon name={evidenceIcon(kind, mediaType ?? '')} size={22} />
      </span>
      <span className="min-w-0">
        <span className="block leading-5 font-medium">{name}</span>
        {linkReadAt && (
          <span className="label block break-words">
            {evidence.readAs(linkTitle, format.day(format.dayOf(linkReadAt)))}
          </span>
        )}
        <span className="label block">{note}</span>
        {href && <span className="sr-only">({evidence.opens})</span>}
      </span>
    </>
  )
  if (!href) return <div className="sheet evidence">{inside}</div>
  return (
    <a className="sheet evidence" href={href} target="_blank" rel="noreferrer">
      {inside}
    </a>
  )
}
