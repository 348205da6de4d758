import type { Category } from './activity'
import type { Day } from './day'
import type { Assurance, Basis, Relationship } from './endorsement'
import type { AchievementType, ProgrammeLevel } from './programme'

export type CredentialStatus = 'valid' | 'revoked'

export const revocationReasons = [
  'superseded', 'issuedInError', 'withdrawnByHolder', 'withdrawnByIssuer',
] as const
export type RevocationReason = (typeof revocationReasons)[number]

export const nameForms = ['official', 'used'] as const
export type NameForm = (typeof nameForms)[number]

/** Valid credentials expire by their date. */
export function stateOf(credential: { status: CredentialStatus; validUntil: Date | null }, at: Date): CredentialStatus | 'expired' {
  if (credential.status === 'revoked') return 'revoked'
  return credential.validUntil && credential.validUntil <= at ? 'expired' : 'valid'
}

/**
 * What everyone holding a credential reads, for pages and papers: the signed document says the same in its
 * own words. Kept with the credential as it was at issue, and never made from live rows again.
 */
export interface Sheet {
  holder: string
  /** Where the holder gave one; nobody has checked whose it is. */
  holderDid?: string
  issuer: SheetIssuer
  programme: SheetProgramme
  results: SheetResult[]
  /** Names of the levels from the lowest up. */
  scale: string[]
  minutes: number
  activities: SheetActivity[]
  endorsers: SheetEndorser[]
}

interface SheetIssuer {
  name: string
  legalName: string
  country: string
  office: string
  slug: string
}

export interface SheetProgramme {
  publicId: string
  seriesId: string
  version: number
  title: string
  type: AchievementType
  level: ProgrammeLevel
  description: string
  criteria: string
  workloadMinutes: number
  credits: number | null
  creditBasis: string | null
  eqfLevel: number | null
  eqfBasis: string
  assessmentType: string
  assessor: string
  participation: string
  qualityAssurance: string
  supervision: string
  prerequisites: string
  leadsTo: string
  contact: string
  /** Of the picture that is its emblem; the emblem is drawn without one. */
  artworkDigest: string | null
}

/** The highest level that people saw, never the one claimed. */
export interface SheetResult {
  name: string
  code: string | null
  level: { position: number; name: string; descriptor: string }
}

/** By its public title where it is sensitive, and then without role and organisation. */
export interface SheetActivity {
  title: string
  organisation: string | null
  role: string | null
  category: Category
  from: Day
  to: Day | null
  minutes: number
  evidence: string[]
}

export interface SheetEndorser {
  /** Position in `activities`. */
  activity: number
  /** Null where they or the student prefer so. */
  name: string | null
  roleTitle: string | null
  organisation: string | null
  relationship: Relationship
  basis: Basis
  assurance: Assurance
  endorsedOn: Day
  /** Their statement, where their endorsement is part of the document. */
  statement: string | null
  /** What `/endorsements/:id` resolves, where it is. */
  publicId: string | null
}
