import type { RevocationReason, Sheet } from './credential'

/** A credential as its certificate prints it. */
export interface PrintedCredential {
  number: string
  url: string
  awardedDate: Date
  validUntil: Date | null
  sheet: Sheet
}

/** As its page shows it. */
export interface ShownCredential extends PrintedCredential {
  id: string
  /** What our own checks and its state come to, worst first. */
  answer: 'failed' | 'revoked' | 'expired' | 'unknown' | 'valid'
  checkedAt: Date
  revokedAt: Date | null
  revocationReason: RevocationReason | null
  isPublic: boolean
  /** A neutral note: it stands until somebody has decided. */
  isUnderReview: boolean
}
