import type { Role } from './people'

export interface Membership {
  role: Role
  /** Null: the whole institution. A unit includes the units below it. */
  unitIds: readonly string[] | null
}

/** A signed-in person. */
export interface PersonActor {
  kind: 'person'
  id: string
  institutionId: string
  usedName: string
  memberships: readonly Membership[]
  /** All addresses, folded for comparison (rule 1). */
  normalisedAddresses: readonly string[]
}

/** Somebody outside who proved a mailbox by code, for the one request in their link. */
export interface EndorserActor {
  kind: 'endorser'
  id: string
  institutionId: string
  requestId: string
  normalisedAddresses: readonly string[]
}

/** The operator at the command line, or the clock. */
export interface SystemActor {
  kind: 'system'
  institutionId: string
}

export type Actor = PersonActor | EndorserActor | SystemActor

export function has(actor: Actor, role: Role): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some(membership => membership.role === role)
}

function hasInUnit(actor: Actor, role: Role, unitId: string): actor is PersonActor {
  return (
    actor.kind === 'person' &&
    actor.memberships.some(m => m.role === role && (m.unitIds === null || m.unitIds.includes(unitId)))
  )
}

/** Works here: whoever only studies is not staff, however they signed in. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'person' && actor.memberships.some(({ role }) => role !== 'student')
}

/** Rule 1: any address in common makes two people one. */
export function isSamePerson(one: { normalisedAddresses: readonly string[] }, other: { normalisedAddresses: readonly string[] }) {
  return one.normalisedAddresses.some(address => other.normalisedAddresses.includes(address))
}

interface Owned {
  studentId: string
  institutionId: string
}

export function isOwn(actor: Actor, activity: Owned): actor is PersonActor {
  return actor.kind === 'person' && activity.studentId === actor.id
}

/** Of the person who acts; the operator and the clock are nobody. */
export function ownId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null
}

/** Coordinators see their units, registrars the institution; neither through this door their own. */
export function mayReview(actor: Actor, activity: Owned & { unitId: string }): actor is PersonActor {
  return (
    actor.institutionId === activity.institutionId &&
    !isOwn(actor, activity) &&
    (hasInUnit(actor, 'coordinator', activity.unitId) || has(actor, 'registrar'))
  )
}

/** Has a queue of work to review, be it empty. */
export function mayReviewSome(actor: Actor): actor is PersonActor {
  return has(actor, 'coordinator') || has(actor, 'registrar')
}

/** Whom a request was sent to: a proven mailbox, or the member of staff behind it. */
export function mayAnswer(actor: Actor, request: { id: string; endorserId: string; endorser: { personId: string | null } }) {
  if (actor.kind === 'endorser') return actor.requestId === request.id && actor.id === request.endorserId
  return actor.kind === 'person' && request.endorser.personId === actor.id
}

/** Lists of who took part: whoever answers for others' work, here or from outside. */
export function mayProposeRoster(actor: Actor): actor is PersonActor | EndorserActor {
  return actor.kind === 'endorser' || has(actor, 'supervisor')
}

export function mayLogActivities(actor: Actor): actor is PersonActor {
  return has(actor, 'student')
}

/** The operator at the command line does what an office does, save for themselves. */
function isOffice(actor: Actor, role: Role): boolean {
  return actor.kind === 'system' || has(actor, role)
}

export function mayKeepKeys(actor: Actor): boolean {
  return isOffice(actor, 'admin')
}

/** Letters that could not leave, the words of letters, and when mail leaves. */
export function mayKeepMail(actor: Actor): boolean {
  return isOffice(actor, 'admin')
}

/** How papers look, and who signs them. */
export function mayKeepPapers(actor: Actor): boolean {
  return isOffice(actor, 'registrar') || isOffice(actor, 'admin')
}

export function mayBuildProgrammes(actor: Actor): boolean {
  return isOffice(actor, 'designer')
}

/** Two people publish: never the one who made it. */
export function mayPublishProgramme(actor: Actor, programme: { createdById: string | null }): boolean {
  return isOffice(actor, 'designer') && (actor.kind !== 'person' || actor.id !== programme.createdById)
}

export function mayAward(actor: Actor): boolean {
  return isOffice(actor, 'registrar')
}

/** Rule 1: to offer, revoke or waive is for somebody else. */
export function mayAwardTo(actor: Actor, student: { id: string; institutionId: string }): boolean {
  return mayAward(actor) && actor.institutionId === student.institutionId && !(actor.kind === 'person' && actor.id === student.id)
}

/** Awards are accepted and declined, credentials shared, by whom they belong to. */
export function isHolder(actor: Actor, owned: Owned): actor is PersonActor {
  return isOwn(actor, owned)
}

/** Transcripts of somebody else's record: registrars of all of it, the careers service of what is shared. */
export function mayIssueTranscripts(actor: Actor): actor is PersonActor {
  return has(actor, 'registrar') || has(actor, 'careers')
}

export function mayIssueTranscriptOf(actor: Actor, student: { id: string; institutionId: string }): actor is PersonActor {
  return mayIssueTranscripts(actor) && actor.institutionId === student.institutionId && actor.id !== student.id
}

/** Its holder; of one that the institution issued, registrars and whoever issued it too. */
export function maySeeTranscript(actor: Actor, transcript: Owned & { madeById: string; recipient: string }): boolean {
  if (actor.kind !== 'person') return false
  const { institutionId, madeById, recipient } = transcript
  const isOffices = recipient !== '' && actor.institutionId === institutionId
  const isTheirs = actor.id === madeById && mayIssueTranscripts(actor)
  return isOwn(actor, transcript) || (isOffices && (isTheirs || mayAward(actor)))
}

/** Papers for many at once: registrars of everybody, the careers service of what students have shared. */
export function mayMakePapers(actor: Actor): actor is PersonActor {
  return mayIssueTranscripts(actor)
}

/** What was refused in a registrar’s run tells of what is not shared. */
export function maySeePaperRun(actor: Actor, run: { institutionId: string; startedById: string }): boolean {
  if (!mayMakePapers(actor) || actor.institutionId !== run.institutionId) return false
  return seesWholeRecords(actor) || actor.id === run.startedById
}

/** Others of the office see of a record what its student has shared. */
export function seesWholeRecords(actor: Actor): boolean {
  return has(actor, 'registrar')
}

export function maySeeCredential(actor: Actor, credential: Owned): boolean {
  return isHolder(actor, credential) || (mayAward(actor) && actor.institutionId === credential.institutionId)
}

/** Takes along what is on record: registrars of everybody else, the careers service what its students have shared. */
export function mayExport(actor: Actor): actor is PersonActor {
  return has(actor, 'registrar') || has(actor, 'careers')
}

/** What was reported to the office; not by way of it what was reported about oneself. */
export function mayHearConcerns(actor: Actor): actor is PersonActor {
  return has(actor, 'registrar') || has(actor, 'admin')
}

/** Invitations, roles, erasure. Nobody decides on themselves: the verbs see to it (rule 1). */
export function mayDecideOnPeople(actor: Actor): boolean {
  return isOffice(actor, 'admin')
}

/** Who they are and what roles they have; registrars only of students, for whom they set things aside. */
export function maySeePerson(actor: Actor, person: { institutionId: string; isStudent: boolean }): boolean {
  return (
    actor.institutionId === person.institutionId &&
    (mayDecideOnPeople(actor) || (person.isStudent && mayAward(actor)))
  )
}

/** The units somebody coordinates, with those below them; null is the whole institution, as registrars have it. */
export function unitsKept(actor: PersonActor): readonly string[] | null {
  const units = actor.memberships.filter(({ role }) => role === 'coordinator').map(({ unitIds }) => unitIds)
  if (has(actor, 'registrar') || units.includes(null)) return null
  return [...new Set(units.flatMap(ids => ids ?? []))]
}

/** Opens, changes and retires what a unit offers. */
export function mayKeepOpportunity(actor: Actor, opportunity: { institutionId: string; unitId: string }): boolean {
  return (
    actor.institutionId === opportunity.institutionId &&
    (hasInUnit(actor, 'coordinator', opportunity.unitId) || has(actor, 'registrar'))
  )
}

/** Keeps what some unit offers, be it nothing yet. */
export function mayKeepOpportunities(actor: Actor): boolean {
  return mayReviewSome(actor)
}

/** Its contacts, domains and windows. */
export function mayKeepUnit(actor: Actor, unit: { institutionId: string; id: string }): boolean {
  return mayKeepOpportunity(actor, { ...unit, unitId: unit.id }) || (actor.institutionId === unit.institutionId && has(actor, 'admin'))
}

export function mayKeepUnits(actor: Actor): boolean {
  return mayKeepOpportunities(actor) || has(actor, 'admin')
}
