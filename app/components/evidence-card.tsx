import { Icon, type IconName } from './icon'

type Props = {
  name: string
  /** "PDF, 48 kB, private": what it is and who sees it. */
  note: string
  /** What the page behind it called itself. */
  readAs?: string | undefined
  href: string
  icon: IconName
  /** A small picture of it, where there is one. */
  preview?: string
}

/** A piece of evidence: the whole card opens it. */
export function EvidenceCard({ name, note, readAs, href, icon, preview }: Props) {
  return (
    <a className="sheet evidence" href={href} data-file>
      {preview ? <img src={preview} alt="" width={48} height={48} loading="lazy" /> : <Picture icon={icon} />}
      <span className="min-w-0">
        <span className="block font-medium leading-5">{name}</span>
        {readAs && <span className="label block break-words">{readAs}</span>}
        <span className="label block">{note}</span>
      </span>
    </a>
  )
}

function Picture({ icon }: { icon: IconName }) {
  return (
    <span className="evidence-icon">
      <Icon name={icon} size={22} />
    </span>
  )
}

/** The icon for a kind of evidence, or for a file's type. */
export function evidenceIcon(kind: 'file' | 'link' | 'text', mediaType = ''): IconName {
  if (kind === 'link') return 'link'
  if (kind === 'text') return 'quote'
  if (mediaType.startsWith('image/')) return 'file-image'
  if (/sheet|csv/.test(mediaType)) return 'file-spreadsheet'
  return 'file-text'
}
