/** Whose it is. */
export interface Owner {
  id: string
  institutionId: string
}

export interface Chosen {
  credentialIds: readonly string[]
  activityIds: readonly string[]
}

/** More than these nobody reads. */
export const MOST_ENTRIES = 400

export function transcriptPath(id: string): string {
  return `/transcripts/${id}`
}

/** What its page tells. */
export interface ShownTranscript {
  id: string
  url: string
  institution: string
  holder: string
  /** Where the holder gave one; nobody has checked whose it is. */
  holderDid: string | null
  /** Selection or complete, and as at when. */
  description: string
  validFrom: Date
  revokedAt: Date | null
  isShared: boolean
  /** Its holder looks at it. */
  isHolders: boolean
  entries: ShownEntry[]
}

export interface ShownEntry {
  /** The credential's, `urn:uuid:` for an activity. */
  id: string
  isActivity: boolean
  name: string
  genre: string
  narrative: string
  /** "Collaboration: Independent" */
  levels: string[]
}
