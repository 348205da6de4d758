import type { NameForm } from './credential'

export type AwardStatus = 'offered' | 'accepted' | 'declined' | 'lapsed'

/** An offer that nobody answers lapses; a reminder leaves before. */
export const OFFER_DAYS = 90
export const REMINDER_DAYS = 14

/** What the student decides at acceptance. What is not chosen stays out of the document. */
export interface Choices {
  nameForm: NameForm
  /** Endorsements whose endorser is named, where they agreed to be. */
  named: readonly string[]
  /** Evidence whose name is told. */
  evidence: readonly string[]
  /** Their own, which the document calls them by. */
  did?: string | undefined
}

/** Only one in force: a student, a programme in whatever version, a round. */
export function inForceKey(award: { studentId: string; seriesId: string; round: string }) {
  return `${award.studentId}:${award.seriesId}:${award.round}`
}

/** What a student decided once for all awards: each is accepted at once, in this way. */
export interface StandingChoice {
  nameForm: NameForm
  /** Every endorser who agreed to be named is. */
  namesEndorsers: boolean
  /** The names of all evidence are told. */
  tellsEvidence: boolean
  did?: string | undefined
}

/** Without ceremony nothing is disclosed that the programme does not say itself. */
export const quietChoices: Choices = { nameForm: 'official', named: [], evidence: [] }
