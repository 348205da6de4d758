import { now } from '~/lib/clock.server'
import { db, type InstitutionModel } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { wordsIn, type Words } from '~/messages/messages'
import { activityCredentials } from './activity-credential.server'
import type { SheetChoices } from './activity-sheet'
import { activityParts } from './activity-sheet-parts.server'
import type { Day } from './day'
import { listStudents, wordsOf, type Ground } from './grounds.server'
import { findHouse } from './institution.server'
import { isOwn, mayReview, type PersonActor } from './policy'
import { sheetNumber, type RecordSheet } from './record-sheet'
import { scaledCompetencies } from './rubric.server'
import { tally } from './tally.server'

/** One approved activity as its sheet tells it: for its student as they choose, for staff without what they kept back. */
export async function findActivitySheet(actor: PersonActor, id: string | undefined, choices: SheetChoices) {
  const { activity, ground } = await findApproved(actor, id)
  const isTheirs = isOwn(actor, activity)
  const house = await findHouse()
  const at = now()
  const words = wordsIn(house.language, house.timeZone, at)
  const [signed, rubric] = await Promise.all([
    db.activityCredential.findUnique({ where: { validOf: ground.counted.revisionId }, select: { id: true, document: true } }),
    scaledCompetencies(ground.counted.endorsements.flatMap(({ judgements }) => judgements.map(each => each.competencyId))),
  ])
  const told = isTheirs ? choices : { ...choices, reflection: false, evidence: [] }
  const parts = activityParts({ ground, rubric, approval: approvalOf(activity, ground), told, house, isSigned: signed !== null }, words)
  const { officialName, usedName } = activity.student
  const holder = told.nameForm === 'used' ? usedName : officialName
  const today = words.format.dayOf(at)
  const sheet = sheetOf({ id: activity.id, holder, house, ground, isSigned: signed !== null, today, parts }, words)
  const madeAt = new Date(`${today}T00:00:00Z`)
  return { sheet, madeAt, isTheirs, names: { official: officialName, used: usedName }, signed: signed?.document ?? null, choosable: choosable(ground) }
}

export type ActivitySheetPage = Awaited<ReturnType<typeof findActivitySheet>>

/** Signs its record once, so that its paper can carry it; signed already, it stays as it is. */
export async function signActivitySheet(actor: PersonActor, id: string | undefined) {
  const { activity, ground } = await findApproved(actor, id)
  allowed(isOwn(actor, activity))
  const [student] = await listStudents(activity.institutionId, [activity.studentId])
  await activityCredentials(found(student), [ground])
}

/** What is confidential is nowhere told outside, so it has no sheet. */
async function findApproved(actor: PersonActor, id: string | undefined) {
  const activity = found(await readActivity(id ?? ''))
  allowed(isOwn(actor, activity) || mayReview(actor, activity))
  const { activities } = await tally(activity.studentId)
  const counted = found(activities.find(each => each.id === activity.id))
  const ground = found((await wordsOf([counted])).get(activity.id))
  allowed(ground.facts.sensitivity !== 'confidential')
  return { activity, ground }
}

type Read = NonNullable<Awaited<ReturnType<typeof readActivity>>>

function readActivity(id: string) {
  return db.activity.findUnique({
    where: { id },
    select: {
      id: true, institutionId: true, studentId: true, unitId: true, approvedRevisionId: true,
      unit: { select: { name: true } },
      student: { select: { officialName: true, usedName: true } },
      reviews: {
        where: { decision: 'approved', undoneAt: null }, orderBy: { decidedAt: 'desc' },
        select: { revisionId: true, decidedAt: true, minutes: true },
      },
    },
  })
}

/** Where no review was needed, it was approved when the last one confirmed it. */
function approvalOf({ reviews, unit, approvedRevisionId }: Read, { endorsements, submittedAt }: Ground) {
  const review = reviews.find(({ revisionId }) => revisionId === approvedRevisionId)
  const at = review?.decidedAt ?? endorsements.at(-1)?.endorsedAt ?? submittedAt
  return { at, unit: unit.name, isReviewed: review !== undefined, namesMinutes: (review?.minutes ?? null) !== null }
}

function choosable({ facts, isDiscreet }: Ground) {
  return {
    evidence: isDiscreet ? [] : facts.evidence.map(({ id, name }) => ({ id, name })),
    hasReflection: !isDiscreet && Object.values(facts.reflection).some(Boolean),
  }
}

interface Composing {
  id: string
  holder: string
  house: InstitutionModel
  ground: Ground
  isSigned: boolean
  today: Day
  parts: RecordSheet['parts']
}

function sheetOf({ id, holder, house, ground, isSigned, today, parts }: Composing, { messages, format }: Words): RecordSheet {
  const { activitySheet: said, language } = messages
  const madeOn = format.day(today)
  return {
    language,
    kind: said.kind,
    title: ground.face.title,
    holder,
    about: `${said.about(house.name, madeOn)} ${isSigned ? said.isSigned : said.notSigned}`,
    institution: {
      name: house.name, legalName: house.legalName, office: house.office || house.legalName, country: format.country(house.country),
    },
    number: sheetNumber(id),
    madeOn,
    attachment: said.attachment,
    parts,
  }
}
