import { DAY, later } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { inForceKey, OFFER_DAYS, quietChoices, type Choices } from './award'
import type { Awarding, Outcomes } from './awarding.server'
import type { SignedCredential } from './credential-document.server'
import { footingOf, type Footing } from './grounds-standing.server'
import { groundsOf, listStudents, type GroundAward, type Grounds, type GroundStudent } from './grounds.server'
import { signTogether, type Chosen } from './issue-together.server'
import { standingChoices } from './standing-choice.server'
import type { Place } from './status-list.server'

/** A chunk of people to award to. Plain data, like what comes of it: both are handed from thread to thread. */
export interface Order {
  awarding: Awarding
  studentIds: readonly string[]
  /** Free in the status list, at least one for each. */
  places: readonly Place[]
  at: Date
}

/** All that is to be kept; nothing is in the database yet. */
export interface Prepared {
  outcomes: Outcomes
  offers: PreparedOffer[]
  signed: PreparedCredential[]
}

export interface PreparedOffer {
  award: AwardRow
  /** Whom to write to, if anybody. */
  addresses: { address: string }[]
}

export interface PreparedCredential extends PreparedOffer {
  choices: Choices
  place: Place
  credential: SignedCredential
  footing: Footing
}

type AwardRow = Omit<GroundAward, 'programme' | 'student' | 'choices'>

/** Gathers what each rests on, composes and signs for those who accept at once, and only reads. */
export async function prepareAwards({ awarding, studentIds, places, at }: Order): Promise<Prepared> {
  const { outcomes, grounds } = await sortOut(awarding, studentIds, at)
  const { chosen, offers } = parted(awarding, grounds)
  const { signed, failed } = await signTogether(chosen, places, at)
  for (const { award: { studentId } } of failed) outcomes.set(studentId, { is: 'refused', reason: NOT_MADE })
  for (const { award: { id: awardId, studentId } } of offers) outcomes.set(studentId, { is: 'offered', awardId })
  for (const { grounds: { award } } of signed) outcomes.set(award.studentId, { is: 'issued', awardId: award.id })
  return {
    outcomes,
    offers: offers.map(prepared),
    signed: signed.map(({ grounds: of, ...each }) => ({ ...prepared(of), ...each, footing: footingOf(of) })),
  }
}

const NOT_MADE = 'The document could not be made. Whoever runs the server finds the reason in its log.'
const ONESELF = 'Nobody awards themselves. A colleague can.'
const GONE = 'There is no such person here any more.'

interface SortedOut {
  outcomes: Outcomes
  /** Of those who meet it and have none in force. */
  grounds: Grounds[]
}

async function sortOut(awarding: Awarding, studentIds: readonly string[], at: Date): Promise<SortedOut> {
  const { actor, programme: { institutionId, seriesId }, round, predecessorId } = awarding
  const outcomes: Outcomes = new Map(studentIds.map(id => [id, { is: 'refused', reason: GONE }]))
  const keys = studentIds.map(studentId => inForceKey({ studentId, seriesId, round }))
  const [students, inForce] = await Promise.all([
    listStudents(institutionId, studentIds),
    db.award.findMany({ where: { inForce: { in: keys }, id: { not: predecessorId ?? '' } }, select: { id: true, studentId: true } }),
  ])
  for (const { id: awardId, studentId } of inForce) outcomes.set(studentId, { is: 'already', awardId })
  const open = students.filter(({ id }) => outcomes.get(id)?.is === 'refused')
  const others = open.filter(({ id }) => actor.kind !== 'person' || id !== actor.id)
  if (others.length < open.length && actor.kind === 'person') outcomes.set(actor.id, { is: 'refused', reason: ONESELF })
  const all = await groundsOf(others.map(student => candidate(awarding, student, at)))
  for (const { award, progress } of all) if (!progress.met) outcomes.set(award.studentId, { is: 'notYet' })
  return { outcomes, grounds: all.filter(({ progress }) => progress.met) }
}

/** As it will stand in the database, should it come to that. */
function candidate({ actor, programme, round, predecessorId }: Awarding, student: GroundStudent, at: Date): GroundAward {
  const { id: programmeId, institutionId, seriesId } = programme
  return {
    id: newId(), institutionId, studentId: student.id, programmeId, round, status: 'offered',
    inForce: inForceKey({ studentId: student.id, seriesId, round }), predecessorId, choices: null,
    offeredById: actor.kind === 'person' ? actor.id : null, offeredAt: at, lapsesAt: later(at, OFFER_DAYS * DAY),
    answeredAt: null, programme, student,
  }
}

/** Those for whom somebody has chosen already, and those who are asked. */
function parted({ isQuiet }: Awarding, all: Grounds[]): { chosen: Chosen[]; offers: Grounds[] } {
  const choicesFor = (grounds: Grounds): Choices | null => (isQuiet ? quietChoices : standingChoices(grounds))
  const both = all.map(grounds => ({ grounds, choices: choicesFor(grounds) }))
  return {
    chosen: both.flatMap(({ grounds, choices }) => (choices ? [{ grounds, choices }] : [])),
    offers: both.flatMap(({ grounds, choices }) => (choices ? [] : [grounds])),
  }
}

function prepared({ award: { programme: _, student: { addresses }, choices: __, ...award } }: Grounds): PreparedOffer {
  return { award, addresses: addresses.map(({ address }) => ({ address })) }
}
