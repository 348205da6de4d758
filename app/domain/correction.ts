/** Something an award rests on was taken back after the credential was issued. */
export type CorrectionCause =
  | 'approvalRescinded'
  | 'endorsementWithdrawn'
  | 'credentialRevoked'
  | 'waiverWithdrawn'

export const correctionOutcomes = ['stands', 'reissued', 'revoked'] as const
export type CorrectionOutcome = (typeof correctionOutcomes)[number]

/** The student has so many days to say something to it. */
export const ANSWER_DAYS = 14

interface Awaited {
  answerBy: Date
  answeredAt: Date | null
}

/** Nobody decides over the student's head: they have answered, or had the time to. */
export function isDecidable({ answerBy, answeredAt }: Awaited, now: Date): boolean {
  return answeredAt !== null || answerBy < now
}

export type CorrectionStatus = 'open' | CorrectionOutcome

export function isDecided(status: CorrectionStatus): status is CorrectionOutcome {
  return status !== 'open'
}
