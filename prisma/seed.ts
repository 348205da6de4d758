import { Readable } from 'node:stream'
import { record } from '~/domain/audit.server'
import { uploadCrest } from '~/domain/crest.server'
import { addFramework, publishFramework } from '~/domain/framework.server'
import { actorFor } from '~/domain/people.server'
import { acceptAward } from '~/domain/award.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { shareCredential } from '~/domain/share.server'
import { setClock } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { cast, northbridge, PASSWORD, type CastKey } from '../tests/cast'
import { chapters } from './chapters'
import { northbridgeCrest } from './crest'
import { lifecomp } from './frameworks/lifecomp'
import { seedOpportunities } from './opportunities'
import { daysAgo, keysOf, seedHouse, type House } from './people'
import { seedProgrammes } from './programmes'
import { forgetLetters, tell } from './story'

/** The first event of the demo and the last: where only the first is there, seeding was cut off. */
export const marks = { begun: 'demo.begun', done: 'demo.seeded' } as const

/** The demo institution, told through the same verbs as everything else: small, lively, the same every time. */
export async function seedDemo() {
  setClock(daysAgo(400))
  try {
    const house = await seedHouse(begin)
    await bearCrest(await actor(house, 'rosa'))
    const { frameworkId, competencyIds, levelIds } = await seedFramework(house)
    const programmes = await seedProgrammes(await actor(house, 'omar'), await actor(house, 'rosa'), frameworkId)
    const opportunityIds = await seedOpportunities(house, competencyIds)
    for (const chapter of chapters) await tell({ house, opportunityIds, competencyIds, levelIds }, chapter)
    setClock(null)
    for (const programmeId of [programmes.contributionId, programmes.leadershipId]) await award(house, programmeId, 'ana')
    await forgetLetters()
    await transaction(tx => end(tx, house.institutionId))
  } finally {
    setClock(null)
  }
}

/** Together with the institution: there is no demo without its mark. */
export function begin(tx: Tx, institutionId: string) {
  return record(tx, { kind: 'system', institutionId }, marks.begun, institutionId)
}

function end(tx: Tx, institutionId: string) {
  return record(tx, { kind: 'system', institutionId }, marks.done, institutionId)
}

/** What `npm start` prints below the address, while the demo is what it serves. */
export async function signInTable(): Promise<string> {
  if (!settings().isLoopback || !(await db.institution.findUnique({ where: { slug: northbridge.slug } }))) return ''
  const rows = keysOf(cast).map(key => `  ${cast[key].email.padEnd(30)} ${cast[key].note}`)
  return `\nSign in with the password ${PASSWORD} as\n${rows.join('\n')}\n`
}

async function bearCrest(registrar: PersonActor) {
  const drawing = Buffer.from(northbridgeCrest())
  const arrived = await receive(Readable.from([drawing]), drawing.length, new Refusal('The crest is larger than itself.'))
  await uploadCrest(registrar, '', arrived)
  await arrived.discard()
}

async function seedFramework(house: House) {
  const frameworkId = await addFramework(await actor(house, 'omar'), lifecomp)
  await publishFramework(await actor(house, 'rosa'), frameworkId)
  const competencies = await db.competency.findMany({ where: { frameworkId, humanCodingScheme: { not: null } } })
  const levels = await db.level.findMany({ where: { frameworkId }, orderBy: { position: 'asc' } })
  return {
    frameworkId,
    competencyIds: new Map(competencies.map(({ humanCodingScheme, id }) => [humanCodingScheme ?? '', id])),
    levelIds: levels.map(({ id }) => id),
  }
}

/** Offered by the registrar, accepted by the student with everybody named, and shared. */
async function award(house: House, programmeId: string, key: CastKey) {
  const student = await actor(house, key)
  await offerAwards(await actor(house, 'rosa'), programmeId, [student.id])
  const offered = found(await db.award.findFirst({ where: { programmeId, studentId: student.id, status: 'offered' } }))
  const endorsements = await db.endorsement.findMany({ where: { revision: { activity: { studentId: student.id } } } })
  await acceptAward(student, offered.id, { nameForm: 'used', named: endorsements.map(({ id }) => id), evidence: [] })
  const credential = found(await db.credential.findFirst({ where: { awardId: offered.id } }))
  await shareCredential(student, credential.id)
}

async function actor(house: House, key: CastKey) {
  return found(await actorFor(house.personIds[key]))
}
