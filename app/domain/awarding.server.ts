import { DAY, later, now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { inForceKey, OFFER_DAYS, quietChoices, type Choices } from './award'
import { keepAwarded } from './awarding-keep.server'
import { Stale } from './grounds-standing.server'
import { groundsOf, listStudents, type GroundAward, type Grounds, type GroundStudent } from './grounds.server'
import { signTogether, type Chosen } from './issue-together.server'
import type { Actor } from './policy'
import { standingChoices } from './standing-choice.server'

/** One programme as it is awarded; to whom is a question of each chunk. */
export interface Awarding {
  actor: Actor
  programme: GroundAward['programme']
  round: string
  /** Recorded at once with nothing disclosed: no offer, no mail. */
  isQuiet: boolean
  /** An award whose place this one takes, for one student at a time. */
  predecessorId: string | null
}

export type Outcome =
  | { is: 'offered' | 'issued' | 'already'; awardId: string }
  | { is: 'notYet' }
  | { is: 'refused'; reason: string }

/** By student. */
export type Outcomes = Map<string, Outcome>

/** Written in the transaction that awards; whoever finds there that somebody was first throws `Stale`. */
export type Settle = (tx: Tx, outcomes: Outcomes) => Promise<void>

/** Whoever awards more people does it in chunks of so many: a transaction each, and others in between. */
export const CHUNK = 25
const ATTEMPTS = 5

/**
 * Awards one chunk, everything or nothing: an offer to each who meets it, a credential where the student accepts at
 * once or no ceremony is wanted. One who cannot be awarded keeps nobody else from it, and the outcome says why.
 */
export async function awardChunk(
  awarding: Awarding, studentIds: readonly string[], settle: Settle = async () => undefined,
): Promise<Outcomes> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToAward(awarding, studentIds, settle)
    } catch (error) {
      // Somebody was first, or took something back under the pen: all of it is read and signed anew.
      if (!(error instanceof Stale || isTaken(error)) || attempt === ATTEMPTS) throw error
    }
  }
}

async function tryToAward(awarding: Awarding, studentIds: readonly string[], settle: Settle): Promise<Outcomes> {
  const at = now()
  const { outcomes, grounds } = await sortOut(awarding, studentIds, at)
  const { chosen, offers } = parted(awarding, grounds)
  const { signed, failed } = await signTogether(chosen, at)
  for (const { award: { studentId } } of failed) outcomes.set(studentId, { is: 'refused', reason: NOT_MADE })
  for (const { award: { id: awardId, studentId } } of offers) outcomes.set(studentId, { is: 'offered', awardId })
  for (const { grounds: { award } } of signed) outcomes.set(award.studentId, { is: 'issued', awardId: award.id })
  await transaction(tx => keepAwarded(tx, { awarding, offers, signed, settle: () => settle(tx, outcomes) }))
  return outcomes
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
