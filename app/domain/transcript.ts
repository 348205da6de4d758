import type { PaperLanguage } from '~/messages/paper-languages'
import type { TranscriptSheet } from './transcript-sheet'

/** Whose it is. */
export interface Owner {
  id: string
  institutionId: string
}

export interface Chosen {
  credentialIds: readonly string[]
  activityIds: readonly string[]
}

/** Of one that the institution issues. */
export interface IssuedFor {
  /** As printed and signed. */
  recipient: string
  /** Why it may: kept, and told to its holder, nobody else. */
  basis: string
}

/** How much of a record: everything, or what its student has shared. */
export const issueExtents = ['complete', 'shared'] as const
export type IssueExtent = (typeof issueExtents)[number]

/** On paper: all of it, two pages to look at, or one to read in thirty seconds. */
export const transcriptForms = ['full', 'visual', 'employer'] as const
export type TranscriptForm = (typeof transcriptForms)[number]

/** More than these nobody reads. */
export const MOST_ENTRIES = 400

export function transcriptPath(id: string): string {
  return `/transcripts/${id}`
}

/** What an issued one tells whoever has its address, while its page is not public. */
export interface ConfirmedTranscript {
  number: string
  institution: string
  validFrom: Date
  revokedAt: Date | null
}

/** What its page tells. */
export interface ShownTranscript extends TranscriptSheet {
  id: string
  url: string
  institution: string
  /** Of its sentences, and of its papers. */
  language: PaperLanguage
  validFrom: Date
  revokedAt: Date | null
  isShared: boolean
  /** Its holder looks at it. */
  isHolders: boolean
  /** Told to its holder and to the office. */
  issuedFor: IssuedFor | null
}
