import type { EvidenceKind } from '~/domain/evidence'
import { claimCompetencies, logActivity, nameEndorsers, timeActivity } from '~/domain/activity.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import type { EndorseForm } from '~/domain/endorsement-forms.server'
import { addLink, addText } from '~/domain/evidence.server'
import type { Actor, PersonActor } from '~/domain/policy'
import { findRequest, type AskedRequest } from '~/domain/request.server'
import { approveActivity } from '~/domain/review.server'
import { submitActivity } from '~/domain/submission.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db, type OpportunityModel } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { readPerson } from '~/lib/signed-in.server'
import { seedHouse, type House } from '../prisma/people'
import { cast, outsiders, type CastKey, type UnitKey } from './cast'
import { publishedLifecomp, type Lifecomp } from './facts'

/** The university of the cast with LifeComp: where every story of a domain test begins. */
export interface Scene {
  house: House
  framework: Lifecomp
  actor(key: CastKey): Promise<PersonActor>
}

export async function openScene(): Promise<Scene> {
  const house = await seedHouse()
  const framework = await publishedLifecomp(house.institutionId)
  return { house, framework, actor: async key => found(await readPerson(house.personIds[key])) }
}

export interface Invitee {
  name: string
  email: string
  organisation: string
}

/** Somebody to ask, by the cast's name. */
export const people = {
  eleni: invitee(outsiders.eleni),
  ines: invitee(outsiders.ines),
  ben: { name: cast.ben.usedName, email: cast.ben.email, organisation: 'Office of Student Life' },
} as const satisfies Record<string, Invitee>

export interface Plot {
  student?: CastKey | PersonActor
  title?: string
  asks?: readonly Invitee[]
  minutes?: number
  /** On which all of the minutes were; each activity of a file has one of its own. */
  day?: string
  /** Position of the level claimed, by code of the competency. */
  claims?: Record<string, number>
  opportunity?: OpportunityModel
  evidence?: Exclude<EvidenceKind, 'file'>[]
}

/** An activity and the version it is in: what every verb wants to be shown. */
export interface Told {
  id: string
  revision: number
  student: PersonActor
}

export async function draftedActivity(scene: Scene, plot: Plot = {}): Promise<Told> {
  const { title = 'Saturday shifts', minutes = 60, day = anotherDay(), claims = { S3: 2, S1: 3 }, asks = [people.eleni] } = plot
  const { student: who = 'ana' } = plot
  const student = typeof who === 'string' ? await scene.actor(who) : who
  const id = await logActivity(student, {
    opportunityId: plot.opportunity?.id,
    category: 'volunteering',
    title,
    organisation: 'Shoreline Food Bank',
    role: 'Shift lead',
    participation: 'onSite',
    isPaid: false,
    isCreditBearing: false,
    isMandatory: false,
    sensitivity: 'normal',
    publicTitle: '',
    publicOrganisation: '',
  })
  const told = { id, revision: 1, student }
  await timeActivity(student, told, {
    activityStartDate: '2026-02-07',
    activityEndDate: '2026-05-09',
    isOngoing: false,
    timeEntries: [{ day, minutes, note: 'Rota and handover' }],
  })
  await claimCompetencies(student, told, {
    claims: Object.entries(claims).map(([code, level]) => ({
      competencyId: scene.framework.competency(code),
      levelId: scene.framework.level(level),
      narrative: `Why I claim ${code}.`,
    })),
    account: {
      narrative: 'I led the Saturday shift.',
      situation: '',
      task: '',
      action: '',
      result: '',
      learning: '',
    },
  })
  for (const kind of plot.evidence ?? []) await addEvidence(told, kind)
  await nameEndorsers(student, told, {
    invitees: asks.map(asked => ({ ...asked, message: 'Dear you, could you say what you saw?' })),
  })
  return told
}

let days = 0

/** Between the first and the last day of every story, so that no day has more hours than fit. */
function anotherDay() {
  return new Date(Date.UTC(2026, 1, 7 + (days++ % 92))).toISOString().slice(0, 10)
}

export async function submittedActivity(scene: Scene, plot: Plot = {}): Promise<Told> {
  const told = await draftedActivity(scene, plot)
  // A file tells more in a minute than a student may ask in a day: what it asked before was the day before.
  await db.endorsementRequest.updateMany({ where: { createdAt: { gt: later(now(), -DAY) } }, data: { createdAt: later(now(), -2 * DAY) } })
  await submitActivity(told.student, told, true)
  return told
}

/** What an endorser fills in beside what they confirm as it stands. */
export type Saying = Partial<EndorseForm> & {
  /** Per claim in order: a level's position, or one of the other two answers; else what the student claimed. */
  saw?: readonly (number | 'notYet' | 'notObserved')[]
}

export async function endorsedActivity(scene: Scene, plot: Plot & { says?: Saying } = {}): Promise<Told> {
  const told = await submittedActivity(scene, plot)
  for (const request of await requestsOf(told)) await endorse(scene, request, plot.says)
  return told
}

export async function approvedActivity(scene: Scene, plot: Plot & { says?: Saying } = {}): Promise<Told> {
  const told = await endorsedActivity(scene, plot)
  await approveActivity(await scene.actor('mina'), told, { reason: '' })
  return told
}

/** The endorser's answer: by their own sign-in where they are staff, else from their proven mailbox. */
export async function endorse(scene: Scene, request: AskedRequest, says: Saying = {}) {
  return endorseActivity(await answererOf(scene, request), request.id, saidOf(scene, request, says))
}

export async function answererOf(scene: Scene, request: AskedRequest): Promise<Actor> {
  return request.endorser.personId === scene.house.personIds.ben ? scene.actor('ben') : endorserOf(request)
}

/** A whole form, as the page would send it. */
export function saidOf(
  scene: Scene,
  { revision, activity, endorser }: AskedRequest,
  { saw = [], ...changes }: Saying = {},
): EndorseForm {
  return {
    revisionHash: revision.hash,
    name: endorser.name,
    roleTitle: 'Volunteer coordinator',
    organisation: 'Shoreline Food Bank',
    shownAs: 'nameAndRole',
    relationship: 'supervisor',
    basis: 'sawIt',
    isNoRelative: true,
    confirmedRole: activity.role,
    confirmedMinutes: revision.minutes,
    confirmedStart: '2026-02-07',
    confirmedEnd: '2026-05-09',
    judgements: revision.claims.map((claim, at) => {
      const seen = saw[at]
      const answer = typeof seen === 'number' ? scene.framework.level(seen) : seen ?? claim.levelId
      return { claimId: claim.id, answer, comment: '' }
    }),
    endorsementComment: 'She led the floor every Saturday and nobody was left standing.',
    confidentialNote: '',
    ...changes,
  }
}

/** The requests of the version told, in the order they were opened. */
export async function requestsOf({ id, revision }: Told): Promise<AskedRequest[]> {
  const rows = await db.endorsementRequest.findMany({
    where: { activityId: id, revision: { number: revision } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return Promise.all(rows.map(async row => found(await findRequest(row.id))))
}

export async function requestOf(told: Told): Promise<AskedRequest> {
  return found((await requestsOf(told))[0])
}

export function opportunity(
  scene: Scene,
  changes: Partial<OpportunityModel> & { unit?: UnitKey } = {},
): Promise<OpportunityModel> {
  const { unit = 'foodBank', ...columns } = changes
  return db.opportunity.create({
    data: {
      id: newId(),
      institutionId: scene.house.institutionId,
      unitId: scene.house.unitIds[unit],
      title: 'Shift lead',
      organisation: 'Shoreline Food Bank',
      category: 'volunteering',
      description: 'Leads a Saturday shift.',
      validatorName: outsiders.eleni.name,
      validatorEmail: outsiders.eleni.email,
      folded: 'shift lead',
      createdAt: new Date(),
      openedAt: new Date(),
      ...columns,
    },
  })
}

function addEvidence({ student, ...told }: Told, kind: 'link' | 'text') {
  const described = { name: `A ${kind}`, description: '', showsPeople: false }
  if (kind === 'link')
    return addLink(student, told, { ...described, url: 'https://shorelinefoodbank.example/rota' })
  return addText(student, told, { ...described, text: 'Call on Wednesday, pack on Friday.' })
}

function invitee({ name, email, organisation }: Invitee): Invitee {
  return { name, email, organisation }
}

/** Letters in the outbox, by template, in the order they were queued. */
export async function lettersAbout(subjectId: string): Promise<string[]> {
  const jobs = await db.job.findMany({ where: { kind: 'mail' }, orderBy: { id: 'asc' } })
  return jobs.flatMap(({ payload }) =>
    isLetter(payload) && payload.subjectId === subjectId ? [payload.template] : [],
  )
}

export async function eventsAbout(subjectId: string): Promise<string[]> {
  const events = await db.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  return events.map(event => event.action)
}

function isLetter(payload: unknown): payload is { template: string; subjectId: string } {
  return typeof payload === 'object' && payload !== null && 'template' in payload && 'subjectId' in payload
}
