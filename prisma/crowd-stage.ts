import type { Assurance } from '~/domain/endorsement'
import { normaliseAddress } from '~/domain/people'
import { now } from '~/lib/clock.server'
import { db, type LevelModel } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { cast, outsiders } from '../tests/cast'
import { findHouseOfCast, type House } from './people'

/** What generated students work in, and who sees them. */
export interface Stage {
  house: House
  now: Date
  unitId: string
  competencyIds: string[]
  levels: LevelModel[]
  endorsers: {
    endorserId: string
    name: string
    roleTitle: string
    organisation: string
    assurance: Assurance
  }[]
}

export async function findStage(): Promise<Stage> {
  const house = await findHouseOfCast()
  const framework = found(
    await db.framework.findFirst({
      where: { institutionId: house.institutionId },
      include: {
        levels: { orderBy: { position: 'asc' } },
        competencies: { where: { humanCodingScheme: { not: null } }, orderBy: { position: 'asc' } },
      },
    }),
  )
  return {
    house,
    now: now(),
    unitId: house.unitIds.volunteering,
    levels: framework.levels,
    competencyIds: framework.competencies.map(({ id }) => id),
    endorsers: await findEndorsers(house),
  }
}

/** Three of the cast, the first as often as the others together. */
async function findEndorsers({ institutionId, personIds }: House) {
  const ben = {
    name: cast.ben.usedName,
    email: cast.ben.email,
    roleTitle: 'Representation officer',
    organisation: 'Students’ Union and Volunteering',
  }
  const three = [
    { ...outsiders.eleni, assurance: 'organisation' as const, personId: null },
    { ...outsiders.ines, assurance: 'email' as const, personId: null },
    { ...outsiders.eleni, assurance: 'organisation' as const, personId: null },
    { ...ben, assurance: 'staff' as const, personId: personIds.ben },
  ]
  return Promise.all(
    three.map(async ({ email, assurance, personId, name, roleTitle, organisation }) => {
      const normalised = normaliseAddress(email)
      const { id: endorserId } = await db.endorser.upsert({
        where: { institutionId_normalised: { institutionId, normalised } },
        create: { id: newId(), institutionId, personId, name, email, normalised, createdAt: now() },
        update: { normalised },
      })
      return { endorserId, name, roleTitle, organisation, assurance }
    }),
  )
}
