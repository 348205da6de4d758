import type { AwardStatus } from './award'
import type { Sheet } from './credential'

/** An award as the student sees it who is to answer. */
export interface Offer {
  id: string
  status: AwardStatus
  offeredAt: Date
  lapsesAt: Date
  answeredAt: Date | null
  credentialId: string | null
  /** It rests on what counts now; something may have been taken back since it was offered. */
  isMet: boolean
  names: { official: string; used: string }
  /** As it would read with nobody named. */
  sheet: Sheet
  endorsers: OfferedEndorser[]
  evidence: { id: string; name: string; activity: string }[]
}

interface OfferedEndorser {
  /** Of the endorsement. */
  id: string
  name: string
  standing: string
  activity: string
  statement: string
}
