import { setImmediate as breath } from 'node:timers/promises'
import { record } from '~/domain/audit.server'
import { signEndorsement, type EndorsementSaid, type JudgementSaid } from '~/domain/endorsement-document.server'
import { dayOf } from '~/domain/day'
import { normaliseAddress } from '~/domain/people'
import type { RevisionFacts } from '~/domain/revision'
import { frozen } from '~/domain/revision.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type LevelModel } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { northbridge, outsiders } from '../tests/cast'
import { findHouseOfCast, type House } from './people'

const AT_ONCE = 25
const ACTIVITIES_EACH = 3

interface Stage {
  house: House
  endorserId: string
  opportunityId: string
  unitId: string
  competencyIds: string[]
  levels: LevelModel[]
}

/**
 * Adds generated students with approved work to the demo institution, for trials and benchmarks. Their rows are
 * written in bulk and not one verb at a time; endorsements are signed like all others, and the audit chain says
 * that they were generated.
 */
export async function addCrowd(students: number, progress: (done: number) => void = () => undefined): Promise<void> {
  const stage = await findStage()
  const known = await db.person.count({ where: { institutionId: stage.house.institutionId } })
  for (let from = 0; from < students; from += AT_ONCE) {
    const some = Math.min(AT_ONCE, students - from)
    const rows = await Promise.all(Array.from({ length: some }, (_, at) => studentRows(stage, known + from + at)))
    await transaction(async tx => {
      const all = <K extends keyof StudentRows>(key: K) => rows.flatMap(row => row[key] as StudentRows[K][number][])
      await tx.person.createMany({ data: all('people') })
      await tx.emailAddress.createMany({ data: all('addresses') })
      await tx.membership.createMany({ data: all('memberships') })
      await tx.enrolment.createMany({ data: all('enrolments') })
      await tx.activity.createMany({ data: all('activities') })
      await tx.timeEntry.createMany({ data: all('timeEntries') })
      await tx.revision.createMany({ data: all('revisions') })
      await tx.revisionClaim.createMany({ data: all('claims') })
      await tx.endorsementRequest.createMany({ data: all('requests') })
      await tx.endorsement.createMany({ data: all('endorsements') })
      await tx.judgement.createMany({ data: all('judgements') })
      for (const { id, approvedRevisionId } of rows.flatMap(row => row.approved)) {
        await tx.activity.update({ where: { id }, data: { approvedRevisionId } })
      }
      await record(tx, { kind: 'system', institutionId: stage.house.institutionId }, 'demo.generated', stage.house.institutionId, { students: some })
    })
    progress(from + some)
    await breath()
  }
}

async function findStage(): Promise<Stage> {
  const house = await findHouseOfCast()
  const { institutionId } = house
  const framework = found(await db.framework.findFirst({
    where: { institutionId }, include: { levels: { orderBy: { position: 'asc' } }, competencies: { where: { humanCodingScheme: { not: null } } } },
  }))
  const opportunity = found(await db.opportunity.findFirst({ where: { institutionId, title: 'Shift lead' } }))
  const { name, email } = outsiders.eleni
  const normalised = normaliseAddress(email)
  const endorser = await db.endorser.upsert({
    where: { institutionId_normalised: { institutionId, normalised } },
    create: { id: newId(), institutionId, name, email, normalised, createdAt: now() }, update: { normalised },
  })
  return {
    house, endorserId: endorser.id, opportunityId: opportunity.id, unitId: opportunity.unitId,
    competencyIds: ['S3', 'S2', 'S1', 'P1'].map(code => found(framework.competencies.find(c => c.humanCodingScheme === code)).id),
    levels: framework.levels,
  }
}

type StudentRows = Awaited<ReturnType<typeof studentRows>>

async function studentRows(stage: Stage, number: number) {
  const { house: { institutionId, unitIds } } = stage
  const id = newId()
  const name = `Student ${String(number).padStart(6, '0')}`
  const address = `student${number}@students.northbridge.example`
  const at = now()
  const work = await Promise.all(Array.from({ length: ACTIVITIES_EACH }, (_, index) => workRows(stage, id, number * ACTIVITIES_EACH + index)))
  return {
    people: [{ id, institutionId, officialName: name, usedName: name, createdAt: at }],
    addresses: [{ id: newId(), institutionId, personId: id, address, normalised: normaliseAddress(address), isPrimary: true, confirmedAt: at, createdAt: at }],
    memberships: [{ id: newId(), institutionId, personId: id, role: 'student' as const, createdAt: at }],
    enrolments: [{
      id: newId(), institutionId, personId: id, unitId: number % 2 ? unitIds.engineering : unitIds.humanities,
      studentNumber: `G${String(number).padStart(7, '0')}`, studyProgramme: 'Generated', entryYear: 2022 + (number % 4),
      attendance: 'fullTime' as const, status: 'active' as const, fromDay: `${2022 + (number % 4)}-09-01`,
    }],
    activities: work.map(each => each.activity),
    timeEntries: work.map(each => each.timeEntry),
    revisions: work.map(each => each.revision),
    claims: work.flatMap(each => each.claims),
    requests: work.map(each => each.request),
    endorsements: work.map(each => each.endorsement),
    judgements: work.flatMap(each => each.judgements),
    approved: work.map(each => ({ id: each.activity.id, approvedRevisionId: each.revision.id })),
  }
}

async function workRows(stage: Stage, studentId: string, number: number) {
  const { house: { institutionId }, unitId, opportunityId, endorserId } = stage
  const facts = factsOf(stage, number)
  const { activityId, number: _number, timeEntries: [entry], claims: claimed, evidence: _evidence, reflection, ...columns } = facts
  const at = later(now(), -(number % 300) * DAY)
  const revision = { id: newId(), institutionId, submittedAt: at, ...frozen(facts) }
  const claims = claimed.map((claim, position) => ({ id: newId(), revisionId: revision.id, position, ...claim }))
  const requestId = newId()
  const judgements = claims.map((claim, index) => judged(stage, claim, number + index))
  const said = saidOf(stage, facts, { requestId, revisionId: revision.id, revisionHash: revision.hash, endorsedAt: later(at, DAY) })
  const { document } = await signEndorsement(said, judgements)
  return {
    activity: { id: activityId, institutionId, studentId, unitId, opportunityId, status: 'approved' as const, createdAt: at, statusAt: at, ...columns, ...reflection },
    timeEntry: { id: newId(), activityId, ...found(entry) },
    revision, claims,
    request: {
      id: requestId, institutionId, activityId, revisionId: revision.id, endorserId, endorserName: outsiders.eleni.name,
      namedBy: 'opportunity' as const, status: 'answered' as const, answer: 'endorsed' as const, statusAt: at, createdAt: at, expiresAt: later(at, 30 * DAY),
    },
    endorsement: { ...said, document },
    judgements: judgements.map(({ level: _level, ...judgement }) => ({ id: newId(), endorsementId: said.id, ...judgement })),
  }
}

function factsOf({ competencyIds, levels }: Stage, number: number): RevisionFacts {
  const start = dayOf(later(now(), -(120 + (number % 300)) * DAY), northbridge.timeZone)
  const minutes = 60 * (10 + (number % 30))
  return {
    activityId: newId(), number: 1, category: 'volunteering', title: `Saturday shifts ${number}`, organisation: 'Shoreline Food Bank', role: 'Volunteer',
    activityStartDate: start, activityEndDate: start, isOngoing: false, participation: 'onSite',
    isPaid: false, isCreditBearing: false, isMandatory: false, sensitivity: 'normal', publicTitle: '', publicOrganisation: '',
    narrative: 'Generated for a trial.', reflection: { situation: '', task: '', action: '', result: '', learning: number % 3 ? 'Generated.' : '' },
    minutes, timeEntries: [{ day: start, minutes: Math.min(minutes, 600), note: '' }],
    claims: [0, 1].map(offset => ({
      competencyId: found(competencyIds[(number + offset) % competencyIds.length]), levelId: found(levels[1]).id, narrative: 'Generated.',
    })),
    evidence: [],
  }
}

function judged({ levels }: Stage, claim: { id: string; competencyId: string }, number: number): JudgementSaid & { levelId: string | null } {
  const level = number % 7 === 0 ? null : found(levels[1 + (number % 3)])
  return { claimId: claim.id, competencyId: claim.competencyId, level, levelId: level?.id ?? null, outcome: level ? 'atLevel' : 'notObserved', comment: '' }
}

function saidOf(
  { house: { institutionId }, endorserId }: Stage, facts: RevisionFacts,
  of: { requestId: string; revisionId: string; revisionHash: string; endorsedAt: Date },
): EndorsementSaid {
  return {
    id: newId(), publicId: newPublicId(), institutionId, activityId: facts.activityId, endorserId, ...of,
    name: outsiders.eleni.name, roleTitle: outsiders.eleni.roleTitle, organisation: outsiders.eleni.organisation,
    shownAs: 'nameAndRole', relationship: 'supervisor', basis: 'supervisedIt', assurance: 'organisation', namedBy: 'opportunity',
    confirmedRole: facts.role, confirmedMinutes: facts.minutes, confirmedStart: facts.activityStartDate, confirmedEnd: facts.activityEndDate,
    endorsementComment: 'Generated for a trial: reliable on every Saturday.', confidentialNote: '',
  }
}
