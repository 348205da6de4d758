import { setImmediate as breath } from 'node:timers/promises'
import { record } from '~/domain/audit.server'
import { signEndorsements } from '~/domain/endorsement-document.server'
import { normaliseAddress } from '~/domain/people'
import { DAY, later } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { insertAll, type Row } from './bulk'
import { findStage, type Stage } from './crowd-stage'
import { drawn, drawWork, type WorkRows } from './crowd-work'

export interface CrowdOptions {
  activitiesEach: number
  /** Endorsements a student that are signed as all others are. Signing all of a large crowd would take hours. */
  signedEach: number
  /** Students with signed endorsements. */
  signedStudents: number
}

const AT_ONCE = 50
const usual: CrowdOptions = { activitiesEach: 20, signedEach: 1, signedStudents: 25_000 }

/**
 * Adds generated students with approved work to the demo institution, for trials and benchmarks. Their rows are
 * written in bulk and not one verb at a time; the audit chain says that they were generated. An endorsement that
 * is not signed counts like any other, but no credential carries it.
 */
export async function addCrowd(students: number, options: Partial<CrowdOptions> = {}): Promise<void> {
  const { activitiesEach, signedEach, signedStudents } = { ...usual, ...options }
  const stage = await findStage()
  const known = await db.person.count({ where: { institutionId: stage.house.institutionId } })
  let writing = Promise.resolve()
  for (let from = 0; from < students; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, students - from) }, (_, at) => {
      const number = known + from + at
      return { ...drawStudent(stage, number, activitiesEach), signed: from + at < signedStudents ? signedEach : 0 }
    })
    // These are signed while those before them are written.
    const [documents] = await Promise.all([signed(stage, some), writing])
    writing = write(stage, some, documents)
  }
  await writing
}

function write(stage: Stage, some: Student[], documents: Map<string, string>): Promise<void> {
  return transaction(async tx => {
    await writePeople(tx, stage, some)
    await writeWork(tx, stage, some.flatMap(({ id, work }) => work.map(each => ({ studentId: id, ...each }))), documents)
    const { institutionId } = stage.house
    await record(tx, { kind: 'system', institutionId }, 'demo.generated', institutionId, { students: some.length })
  })
}

interface Student {
  id: string
  number: number
  work: WorkRows[]
}

function drawStudent(stage: Stage, number: number, activities: number): Student {
  const keen = drawn(number, 0, 100) / 100
  const work = Array.from({ length: activities }, (_, at) => drawWork(stage, keen, number * activities + at))
  return { id: newId(), number, work }
}

/** By the endorsement's id. */
async function signed({ house: { institutionId }, now }: Stage, students: (Student & { signed: number })[]): Promise<Map<string, string>> {
  await breath()
  const all = students.flatMap(({ work, signed: count }) => work.slice(0, count))
  if (all.length === 0) return new Map()
  const documents = await signEndorsements(institutionId, all, now)
  return new Map(all.map(({ said }, at) => [said.id, documents[at] ?? '']))
}

const studies = [
  { unit: 'engineering', names: ['Civil Engineering', 'Computer Science', 'Mechanical Engineering'] },
  { unit: 'humanities', names: ['History', 'Linguistics', 'Philosophy'] },
] as const
const ENTRY_YEARS = 7

async function writePeople(tx: Tx, { house, now: createdAt }: Stage, students: Student[]) {
  const { institutionId, unitIds } = house
  const nameOf = (number: number) => `Student ${String(number).padStart(6, '0')}`
  const addressOf = (number: number) => `student${number}@students.northbridge.example`
  await insertAll(tx, 'Person', students.map(({ id, number }) => ({
    id, institutionId, officialName: nameOf(number), usedName: nameOf(number), createdAt,
  })))
  await insertAll(tx, 'EmailAddress', students.map(({ id, number }) => ({
    id: newId(), institutionId, personId: id, address: addressOf(number), normalised: normaliseAddress(addressOf(number)),
    isPrimary: true, confirmedAt: createdAt, createdAt,
  })))
  await insertAll(tx, 'Membership', students.map(({ id }) => ({ id: newId(), institutionId, personId: id, role: 'student', createdAt })))
  await insertAll(tx, 'Enrolment', students.map(({ id, number }) => {
    const { unit, names } = studies[number % studies.length] ?? studies[0]
    const entryYear = createdAt.getUTCFullYear() - drawn(number, 20, ENTRY_YEARS)
    return {
      id: newId(), institutionId, personId: id, unitId: unitIds[unit], studentNumber: `G${String(number).padStart(7, '0')}`,
      studyProgramme: names[drawn(number, 21, names.length)] ?? names[0], entryYear, attendance: 'fullTime', status: 'active',
      fromDay: `${entryYear}-09-01`,
    }
  }))
}

type Work = WorkRows & { studentId: string }

async function writeWork(tx: Tx, { house: { institutionId, personIds }, unitId }: Stage, work: Work[], documents: Map<string, string>) {
  await insertAll(tx, 'Activity', work.map(({ studentId, facts, at }) => activityRow({ institutionId, studentId, unitId, at }, facts)))
  await insertAll(tx, 'Revision', work.map(({ revision }) => ({ institutionId, ...revision })))
  await insertAll(tx, 'RevisionClaim', work.flatMap(({ revision, claims }) => claims.map((claim, position) => (
    { ...claim, revisionId: revision.id, narrative: '', position }
  ))))
  await insertAll(tx, 'EndorsementRequest', work.map(({ said: { id: _, requestId, ...said }, at }) => ({
    id: requestId, institutionId, activityId: said.activityId, revisionId: said.revisionId, endorserId: said.endorserId,
    endorserName: said.name, namedBy: said.namedBy, status: 'answered', answer: 'endorsed', statusAt: at, createdAt: at,
    expiresAt: later(at, 30 * DAY),
  })))
  await insertAll(tx, 'Endorsement', work.map(({ said }) => ({ ...said, document: documents.get(said.id) ?? '' })))
  await insertAll(tx, 'Judgement', work.flatMap(({ said, judgements }) => judgements.map(({ level: _, ...judgement }) => (
    { ...judgement, endorsementId: said.id }
  ))))
  await insertAll(tx, 'Review', work.flatMap(({ review, revision, at }) => review ? [{
    id: newId(), institutionId, activityId: revision.activityId, revisionId: revision.id, reviewerId: personIds.mina,
    decision: 'approved', decidedAt: at, ...review,
  }] : []))
  // A generated revision has the id of its activity, so that all are approved in one go.
  const [first = '', last = ''] = [work[0]?.revision.id, work.at(-1)?.revision.id]
  await tx.$executeRaw`
    UPDATE "Activity" SET "approvedRevisionId" = "id"
    WHERE "id" >= ${first} AND "id" <= ${last} AND "approvedRevisionId" IS NULL AND "status" = 'approved'`
}

function activityRow(of: { institutionId: string; studentId: string; unitId: string; at: Date }, facts: WorkRows['facts']): Row {
  const { institutionId, studentId, unitId, at } = of
  const { activityId: id, number: revision, timeEntries: _t, claims: _c, evidence: _e, reflection, ...columns } = facts
  return { id, institutionId, studentId, unitId, status: 'approved', revision, createdAt: at, statusAt: at, ...columns, ...reflection }
}
