/** Whose it is. */
export interface Owner {
  id: string
  institutionId: string
}

export interface Chosen {
  credentialIds: readonly string[]
  activityIds: readonly string[]
}

/** More than these nobody reads, and verifiers refuse to. */
export const MOST_ENTRIES = 300

export function transcriptPath(id: string): string {
  return `/transcripts/${id}`
}
