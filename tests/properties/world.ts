import '~/domain/letters.server'
import type { Actor } from '~/domain/policy'
import { normaliseAddress } from '~/domain/people'
import { findRequest } from '~/domain/request.server'
import { now, setClock } from '~/lib/clock.server'
import { db, transaction, type OpportunityModel } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { endorsedActivity, openScene, opportunity, type Scene } from '../story'
import type { UnitKey } from '../cast'
import { forgetAllBut } from './digest'
import type { Model } from './model'
import type { Move } from './moves'
import { isByCode, mailboxes, mailboxOf, type Mailbox, type Member, type Somebody } from './people'

/** The rows behind a model: its activities by their places. */
export interface World {
  scene: Scene
  entry: OpportunityModel
  activityIds: string[]
}

/** A Monday, when nobody is out of office. */
export const START = Date.UTC(2026, 5, 1, 10)

/** What every run starts from; all else is gone before the next. */
const house = [
  'Institution',
  'MailDomain',
  'Unit',
  'OrganisationDomain',
  'Person',
  'EmailAddress',
  'Enrolment',
  'Membership',
  'Framework',
  'Competency',
  'Level',
  'LevelDescriptor',
  'CompetencyLink',
  'Opportunity',
  'OpportunityCompetency',
  'SigningKey',
  'StatusList',
  '_prisma_migrations',
] as const

/** Ana coordinates too, and so does Ben: only the rules keep them from their own. */
export async function openWorld(): Promise<World> {
  setClock(new Date(START))
  const scene = await openScene()
  const entry = await opportunity(scene, { endorsementsNeeded: 2, reviewPolicy: 'onFlag', allowsPeers: true })
  for (const [member, unit] of [
    ['ana', 'volunteering'],
    ['ana', 'humanities'],
    ['ben', 'volunteering'],
  ] as const)
    await appoint(scene, member, unit)
  // The first signature makes the key and opens the list.
  await endorsedActivity(scene)
  return { scene, entry, activityIds: [] }
}

export async function startOver(world: World): Promise<void> {
  await forgetAllBut(house)
  await db.emailAddress.deleteMany({ where: { isPrimary: false } })
  await db.institution.updateMany({ data: { auditSeq: 0, auditHash: '' } })
  world.activityIds = []
  setClock(new Date(START))
}

/** Whoever acts, as the session or the code says it; of others' requests too, which then is not theirs. */
export async function actorOf({ scene }: World, by: Somebody, requestId: string): Promise<Actor> {
  if (!isByCode(by)) return scene.actor(by)
  const normalised = normaliseAddress(mailboxes[mailboxOf(by)].address)
  const { institutionId } = scene.house
  const endorser = await db.endorser.findFirst({ where: { institutionId, normalised } })
  return {
    kind: 'endorser',
    id: endorser?.id ?? 'nobody',
    institutionId,
    requestId,
    normalisedAddresses: [normalised],
  }
}

export const NOWHERE = '01890000-0000-7000-8000-000000000000'

/** The id of the request a move is about; of none where there is none. */
export async function requestIdOf(world: World, model: Model, { activity, request }: Move): Promise<string> {
  const told = model.activities[activity]?.requests[request]
  if (!told) return NOWHERE
  const { id } = await db.endorsementRequest.findFirstOrThrow({
    where: {
      activityId: world.activityIds[activity] ?? '',
      revision: { number: told.revision },
      endorser: { normalised: normaliseAddress(mailboxes[told.to].address) },
    },
    select: { id: true },
  })
  return id
}

export async function askedRequest(world: World, model: Model, move: Move) {
  return found(await findRequest(await requestIdOf(world, model, move)))
}

export async function reviewIdOf(world: World, model: Model, { activity, request }: Move): Promise<string> {
  if (!model.activities[activity]?.reviews[request]) return NOWHERE
  const reviews = await db.review.findMany({
    where: { activityId: world.activityIds[activity] ?? '' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return found(reviews[request]).id
}

export async function adopt({ scene }: World, member: Member, mailbox: Mailbox) {
  const { institutionId, personIds } = scene.house
  const { address } = mailboxes[mailbox]
  const normalised = normaliseAddress(address)
  if (await db.emailAddress.findFirst({ where: { normalised } })) return
  const at = now()
  await transaction(tx =>
    tx.emailAddress.create({
      data: {
        id: newId(),
        institutionId,
        personId: personIds[member],
        address,
        normalised,
        confirmedAt: at,
        createdAt: at,
      },
    }),
  )
}

function appoint({ house: { institutionId, personIds, unitIds } }: Scene, member: Member, unit: UnitKey) {
  return db.membership.create({
    data: {
      id: newId(),
      institutionId,
      personId: personIds[member],
      role: 'coordinator',
      unitId: unitIds[unit],
      createdAt: new Date(),
    },
  })
}
