import type { ActivityStatus } from '~/domain/activity'
import type { Answer, RequestStatus } from '~/domain/endorsement'
import { isByCode, mailboxOf, type Mailbox, type Member, type Somebody, type Student } from './people'

export const SECOND = 1000
export const DAY = 24 * 60 * 60 * SECOND

/** What has become of activities, requests and endorsements: the states of domain.md 3, without a database. */
export interface Model {
  at: number
  activities: Activity[]
  /** Who asked us not to write again. */
  spared: Mailbox[]
  /** Addresses that were asked before, with the account that each had when it was asked last. */
  asked: Partial<Record<Mailbox, Member | null>>
  /** Whose address it is. */
  owner: Partial<Record<Mailbox, Member>>
}

export interface Activity {
  student: Student
  /** Of the catalogue: two people confirm it, Eleni is its contact, peers may, and it is reviewed on a flag only. */
  isOfCatalogue: boolean
  isGone: boolean
  status: ActivityStatus
  revision: number
  /** The highest number that a version was given. */
  last: number
  submitted: number[]
  approved: number | null
  invitees: Mailbox[]
  requests: Request[]
  reviews: Review[]
  flags: { revision: number; kind: string }[]
}

export interface Request {
  to: Mailbox
  revision: number
  status: RequestStatus
  answer: Answer | null
  isByContact: boolean
  expires: number
  asked: number
  started: number | null
  reminded: number | null
  /** Letters that ask, and have not left yet. */
  unsent: number
  suggests: Mailbox | 'settled' | null
  messages: ('student' | 'endorser')[]
  /** How many had it before. */
  handed: number
  said: Said[]
}

export interface Said {
  mailbox: Mailbox
  by: Somebody
  stands: boolean
  assurance: 'staff' | 'organisation' | 'email'
  minutes: number
}

export interface Review {
  by: Member
  revision: number
  decision: 'approved' | 'returned' | 'declined' | 'rescinded'
  at: number
  undone: boolean
  replaces: number | null
}

export function emptyModel(at: number): Model {
  return {
    at,
    activities: [],
    spared: [],
    asked: {},
    owner: { ana: 'ana', chidi: 'chidi', ben: 'ben', mina: 'mina' },
  }
}

export function newActivity(student: Student, isOfCatalogue: boolean, invitees: Mailbox[]): Activity {
  return {
    student,
    isOfCatalogue,
    invitees,
    isGone: false,
    status: 'draft',
    revision: 1,
    last: 1,
    submitted: [],
    approved: null,
    requests: [],
    reviews: [],
    flags: [],
  }
}

/** An answer may still come. */
export const isStillOpen = ({ status }: Request) =>
  ['queued', 'sent', 'started', 'undeliverable'].includes(status)
export const isInQuestion = ({ status }: Activity) => status === 'submitted' || status === 'inReview'
export const needed = ({ isOfCatalogue }: Activity) => (isOfCatalogue ? 2 : 1)

export function closed(model: Model, activity: Activity, request: Request) {
  if (request.status === 'answered') return 'answered'
  if (request.status === 'expired') return 'expired'
  if (!isStillOpen(request)) return 'closed'
  if (activity.approved === request.revision) return 'settled'
  return request.expires < model.at ? 'expired' : null
}

/** Rule 1, and who wants no mail: whether a student of this activity may name that mailbox. */
export function mayBeAsked({ owner, spared }: Model, { student, isOfCatalogue }: Activity, mailbox: Mailbox) {
  const who = owner[mailbox]
  const isPeer = who === 'chidi'
  return who !== student && (!isPeer || isOfCatalogue) && !spared.includes(mailbox)
}

/** Rule 11: whose answer it is. Everybody else finds nothing. */
export function mayAnswer({ asked }: Model, { to }: Pick<Request, 'to'>, by: Somebody) {
  return isByCode(by) ? mailboxOf(by) === to : asked[to] === by
}

/** Rule 11: coordinators of its unit and the registrar, but not the student. */
export function mayReview({ student, isOfCatalogue }: Activity, by: Somebody): by is Member {
  const desk: Somebody[] = isOfCatalogue || student === 'ana' ? ['mina', 'rosa'] : ['rosa']
  return by !== student && [...desk, ...(isOfCatalogue ? ['ana', 'ben'] : ['ana'])].includes(by)
}

/** All addresses under which somebody speaks. */
export function addressesOf({ owner }: Model, by: Somebody, to?: Mailbox): Mailbox[] {
  const own = isByCode(by) ? [mailboxOf(by)] : mailboxesOf(owner, by)
  return to ? [...own, to] : own
}

function mailboxesOf(owner: Model['owner'], member: Member) {
  const all: Mailbox[] = ['eleni', 'jonas', 'ines', 'kofi', 'ana', 'chidi', 'ben', 'mina']
  return all.filter(mailbox => owner[mailbox] === member)
}

/** Rule 16: decided about it before, in any version. */
export function hasReviewed(model: Model, activity: Activity, addresses: Mailbox[]) {
  return activity.reviews.some(({ by }) =>
    addressesOf(model, by).some(address => addresses.includes(address)),
  )
}

/** Rule 16: said something about it before, in any version. */
export function hasEndorsed(model: Model, activity: Activity, by: Member) {
  const said = activity.requests.filter(request => request.said.length > 0)
  return said.some(({ to }) => model.asked[to] === by || model.owner[to] === by)
}

export function standing(activity: Activity, revision: number) {
  return activity.requests
    .filter(request => request.revision === revision)
    .flatMap(request => request.said.filter(({ stands }) => stands).map(said => ({ ...said, request })))
}
