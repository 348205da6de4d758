export const assurances = ['email', 'organisation', 'staff'] as const
/** How we know who endorsed, weakest first: any confirmed address, one of a linked organisation, our sign-in. */
export type Assurance = (typeof assurances)[number]

export type Answer = 'endorsed' | 'returned' | 'declined'

export const relationships = ['supervisor', 'teacher', 'organiser', 'colleague', 'client', 'fellowStudent'] as const
export type Relationship = (typeof relationships)[number]

export const bases = ['sawIt', 'supervisedIt', 'fromRecords', 'fromDocument'] as const
export type Basis = (typeof bases)[number]

export const shownAs = ['nameAndRole', 'roleAndOrganisation'] as const
type ShownAs = (typeof shownAs)[number]

export const judgementOutcomes = ['atLevel', 'notYet', 'notObserved'] as const
export type JudgementOutcome = (typeof judgementOutcomes)[number]


export const declineReasons = ['notTheRightPerson', 'doNotKnowStudent', 'cannotJudge', 'didNotHappen', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export type NamedBy = 'institution' | 'opportunity' | 'student'

export type RequestStatus =
  | 'queued'
  | 'sent'
  | 'started'
  | 'answered'
  | 'undeliverable'
  | 'expired'
  | 'withdrawn'
  | 'redirected'

/** The endorser can still answer. */
export const isOpen = (status: RequestStatus) => status === 'queued' || status === 'sent' || status === 'started'

/** Why a link does nothing any more. Settled: the version was approved without this answer. */
export type ClosedReason = 'answered' | 'expired' | 'withdrawn' | 'redirected' | 'settled'

export const REQUEST_DAYS = 30

export function isAtLeast(assurance: Assurance, minimum: Assurance) {
  return assurances.indexOf(assurance) >= assurances.indexOf(minimum)
}

/** What a student named and only a mailbox confirms is always reviewed. */
export function mustBeReviewed(endorsement: { assurance: Assurance; namedBy: NamedBy }) {
  return endorsement.assurance === 'email' && endorsement.namedBy === 'student'
}

/** How an endorser asked to be shown: both forms, or role and organisation without the name. */
export function shownName(endorsement: { shownAs: ShownAs; name: string; roleTitle: string; organisation: string }) {
  return endorsement.shownAs === 'nameAndRole' ? endorsement.name : null
}
