import type { EvidenceKind } from './evidence'

/** A piece of evidence as a page shows it: what it is, never the bytes. */
export interface Piece {
  id: string
  kind: EvidenceKind
  name: string
  description: string
  showsPeople: boolean
  url: string | null
  /** What the page at a link called itself, and when; empty and null where it was not read. */
  linkTitle: string
  linkReadAt: Date | null
  text: string | null
  mediaType: string | null
  bytes: number | null
}

interface Kept extends Omit<Piece, 'mediaType' | 'bytes'> {
  file: { mediaType: string; bytes: number } | null
}

export function pieceOf({ id, kind, name, description, showsPeople, url, linkTitle, linkReadAt, text, file }: Kept): Piece {
  return {
    id,
    kind,
    name,
    description,
    showsPeople,
    url,
    linkTitle,
    linkReadAt,
    text,
    mediaType: file?.mediaType ?? null,
    bytes: file?.bytes ?? null,
  }
}
