import type { Prisma } from '~/lib/db.server'
import { db } from '~/lib/db.server'
import type { Requirement } from '~/domain/requirement'
import { addFramework } from '~/domain/framework.server'
import { lifecomp } from '../../prisma/frameworks/lifecomp'
import { makeInstitution, operator } from '../facts'
import { endorserNames, seriesNames, type CompetencyName, type DrawnActivity, type History } from './cohort-drawn'

/** A house with what was drawn in it, and the ids of what requirements name. */
export interface DrawnHouse {
  institutionId: string
  studentIds: string[]
  concrete(requirement: Requirement): Requirement
}

const START = Date.UTC(2025, 0, 1)
const later = (minutes: number) => new Date(START + minutes * 60_000)
const personId = (house: string, at: number) => `${house}-${String(at).padStart(4, '0')}`

export async function fillHouse(house: string, histories: readonly History[]): Promise<DrawnHouse> {
  await makeInstitution(house)
  const scale = await framework(house)
  const studentIds = histories.map((_, at) => personId(house, at))
  await people(house, studentIds)
  const series = await programmes(house)
  const rows = emptyRows()
  histories.forEach((history, at) => {
    const id = studentIds[at] ?? ''
    history.activities.forEach((activity, place) => addWork(rows, { house, scale, id, place }, activity))
    addRest(rows, { house, series, id }, history)
  })
  await write(house, rows)
  return { institutionId: house, studentIds, concrete: requirement => concrete(requirement, scale, series) }
}

interface Scale {
  frameworkId(name: string): string
  competencyId(name: CompetencyName): string
  levelId(name: CompetencyName, position: number): string
}

/** LifeComp twice, so that there are two frameworks. */
async function framework(house: string): Promise<Scale> {
  const ids = { A: '', B: '' }
  for (const name of ['A', 'B'] as const) {
    ids[name] = await addFramework(operator(house), { ...lifecomp, version: `${lifecomp.version} ${name}` })
  }
  const competencies = await db.competency.findMany({ where: { frameworkId: { in: Object.values(ids) } } })
  const levels = await db.level.findMany({ where: { frameworkId: { in: Object.values(ids) } } })
  const frameworkId = (name: string) => (name.startsWith('A') ? ids.A : ids.B)
  const among = <Row extends { id: string; frameworkId: string }>(rows: Row[], name: string, is: (row: Row) => boolean) =>
    rows.find(row => row.frameworkId === frameworkId(name) && is(row))?.id ?? ''
  return {
    frameworkId,
    competencyId: name => among(competencies, name, row => row.humanCodingScheme === name.slice(2)),
    levelId: (name, position) => among(levels, name, row => row.position === position),
  }
}

async function people(house: string, studentIds: string[]) {
  const person = (id: string) => ({ id, institutionId: house, officialName: id, usedName: id, createdAt: later(0) })
  await db.person.createMany({ data: [...studentIds, `${house}-ben`, `${house}-mina`].map(person) })
  await db.endorser.createMany({
    data: endorserNames.map(name => ({
      id: `${house}-${name}`, institutionId: house, name, email: name, normalised: name, createdAt: later(0),
      personId: name.startsWith('ben') ? `${house}-ben` : null,
    })),
  })
}

type Series = Record<(typeof seriesNames)[number], string>

async function programmes(house: string): Promise<Series> {
  const words = {
    description: '', criteria: '', eqfBasis: '', assessmentType: '', assessor: '', participation: '',
    qualityAssurance: '', supervision: '', contact: '', workloadMinutes: 60,
  }
  await db.programme.createMany({
    data: seriesNames.map(name => ({
      ...words, id: `${house}-${name}`, institutionId: house, publicId: `${house}-${name}`, seriesId: `${house}-${name}`,
      version: 1, status: 'published', title: name, level: 'foundation', achievementType: 'Badge',
      requirement: { kind: 'activities', minimum: 1 }, createdAt: later(0),
    })),
  })
  await db.statusList.create({ data: { id: `${house}-list`, institutionId: house, length: 131_072 } })
  return { first: `${house}-first`, second: `${house}-second` }
}

const emptyRows = () => ({
  activities: [] as Prisma.ActivityCreateManyInput[],
  revisions: [] as Prisma.RevisionCreateManyInput[],
  claims: [] as Prisma.RevisionClaimCreateManyInput[],
  requests: [] as Prisma.EndorsementRequestCreateManyInput[],
  endorsements: [] as Prisma.EndorsementCreateManyInput[],
  judgements: [] as Prisma.JudgementCreateManyInput[],
  reviews: [] as Prisma.ReviewCreateManyInput[],
  awards: [] as Prisma.AwardCreateManyInput[],
  places: [] as Prisma.StatusEntryCreateManyInput[],
  credentials: [] as Prisma.CredentialCreateManyInput[],
  waivers: [] as Prisma.WaiverCreateManyInput[],
})
type Rows = ReturnType<typeof emptyRows>

function addWork(
  rows: Rows, { house, scale, id: studentId, place }: { house: string; scale: Scale; id: string; place: number },
  { isApproved, said, approvals, start, end, ...drawn }: DrawnActivity,
) {
  const id = `${studentId}-${String(place).padStart(3, '0')}`
  const { hasReflection, ...flags } = drawn
  const facts = { ...flags, title: id, organisation: '', role: '', activityStartDate: start, activityEndDate: end }
  rows.activities.push({
    ...facts, id, institutionId: house, studentId, unitId: `${house}-unit`, revision: 2, createdAt: later(0), statusAt: later(0),
    status: isApproved ? 'approved' : 'inReview',
  })
  for (const number of [1, 2]) {
    rows.revisions.push({
      ...facts, id: `${id}-${number}`, institutionId: house, activityId: id, number, facts: '{}', hash: '', minutes: 0,
      submittedAt: later(0), hasReflection,
    })
  }
  for (const one of said) addSaid(rows, { house, scale, activityId: id }, one)
  approvals.forEach(({ minutes, isUndone }, at) => rows.reviews.push({
    id: `${id}-${at}`, institutionId: house, activityId: id, revisionId: `${id}-2`, reviewerId: `${house}-mina`,
    decision: 'approved', decidedAt: later(at), minutes, undoneAt: isUndone ? later(at) : null,
  }))
}

function addSaid(
  rows: Rows, { house, scale, activityId }: { house: string; scale: Scale; activityId: string },
  said: DrawnActivity['said'][number],
) {
  const id = `${activityId}-${said.endorser}`
  const at = later(said.at)
  const about = {
    institutionId: house, activityId, revisionId: `${activityId}-${said.isEarlier ? 1 : 2}`,
    endorserId: `${house}-${said.endorser}`, namedBy: 'student' as const,
  }
  rows.requests.push({ ...about, id, endorserName: '', status: 'answered', answer: 'endorsed', statusAt: at, createdAt: at, expiresAt: at })
  rows.endorsements.push({
    ...about, id, publicId: id, requestId: id, revisionHash: '', name: '', roleTitle: '', organisation: '',
    shownAs: 'nameAndRole', relationship: 'supervisor', basis: 'sawIt', assurance: said.assurance, confirmedRole: '',
    confirmedMinutes: said.minutes, confirmedStart: said.start, confirmedEnd: said.end, endorsementComment: '', document: '',
    endorsedAt: at, withdrawnAt: said.isWithdrawn ? at : null,
  })
  Object.entries(said.saw).forEach(([key, answer], position) => {
    const name = key as CompetencyName // Object.entries forgets what the record's type knows
    const judgementId = `${id}-${name}`
    const level = typeof answer === 'number' ? answer : null
    rows.claims.push({
      id: judgementId, revisionId: about.revisionId, competencyId: scale.competencyId(name),
      levelId: scale.levelId(name, 1), narrative: '', position,
    })
    rows.judgements.push({
      id: judgementId, endorsementId: id, claimId: judgementId, competencyId: scale.competencyId(name),
      outcome: typeof answer === 'number' ? 'atLevel' : answer, levelId: level === null ? null : scale.levelId(name, level),
    })
  })
}

function addRest(rows: Rows, { house, series, id }: { house: string; series: Series; id: string }, history: History) {
  history.credentials.forEach((held, at) => {
    const key = `${id}-${at}`
    const place = { listId: `${house}-list`, index: rows.places.length }
    rows.places.push(place)
    rows.awards.push({ id: key, institutionId: house, studentId: id, programmeId: series[held.series], status: 'accepted', offeredAt: later(0), lapsesAt: later(0) })
    rows.credentials.push({
      id: key, institutionId: house, awardId: key, studentId: id, document: '', digest: '', because: '', disclosures: '',
      listId: place.listId, listIndex: place.index, awardedDate: later(0), validFrom: later(0),
      status: held.state === 'revoked' ? 'revoked' : 'valid', validUntil: held.state === 'over' ? later(1) : null,
    })
  })
  history.waivers.forEach(({ key, isWithdrawn }, at) => rows.waivers.push({
    id: `${id}-${at}`, institutionId: house, studentId: id, key, reason: '', decidedById: `${house}-mina`,
    decidedAt: later(0), withdrawnAt: isWithdrawn ? later(1) : null,
  }))
}

async function write(house: string, rows: Rows) {
  await db.activity.createMany({ data: rows.activities })
  await db.revision.createMany({ data: rows.revisions })
  await db.revisionClaim.createMany({ data: rows.claims })
  await db.endorsementRequest.createMany({ data: rows.requests })
  await db.endorsement.createMany({ data: rows.endorsements })
  await db.judgement.createMany({ data: rows.judgements })
  await db.review.createMany({ data: rows.reviews })
  await db.award.createMany({ data: rows.awards })
  await db.statusEntry.createMany({ data: rows.places })
  await db.credential.createMany({ data: rows.credentials })
  await db.waiver.createMany({ data: rows.waivers })
  await db.$executeRaw`UPDATE "Activity" SET "approvedRevisionId" = "id" || '-2' WHERE "institutionId" = ${house} AND "status" = 'approved'`
}

function concrete(requirement: Requirement, scale: Scale, series: Series): Requirement {
  if ('of' in requirement) return { ...requirement, of: requirement.of.map(part => concrete(part, scale, series)) }
  if (requirement.kind === 'competency') {
    return { ...requirement, competencyId: scale.competencyId(requirement.competencyId as CompetencyName) } // as drawn
  }
  if (requirement.kind === 'breadth') return { ...requirement, frameworkId: scale.frameworkId(requirement.frameworkId) }
  if (requirement.kind === 'credential') {
    return { ...requirement, seriesId: series[requirement.seriesId as keyof Series] } // as drawn
  }
  return requirement
}
