import type { RevocationReason, Sheet } from './credential'

/** A credential as its page shows it. */
export interface ShownCredential {
  id: string
  number: string
  url: string
  /** What our own checks and its state come to, worst first. */
  answer: 'failed' | 'revoked' | 'expired' | 'unknown' | 'valid'
  checkedAt: Date
  awardedDate: Date
  validUntil: Date | null
  revokedAt: Date | null
  revocationReason: RevocationReason | null
  isPublic: boolean
  /** A neutral note: it stands until somebody has decided. */
  isUnderReview: boolean
  sheet: Sheet
}
