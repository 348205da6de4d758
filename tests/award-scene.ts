import type { Choices } from '~/domain/award'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { db } from '~/lib/db.server'
import { seedProgrammes, type SeededProgrammes } from '../prisma/programmes'
import { makeInstitution, member, publishedLifecomp, type Lifecomp } from './facts'
import { doneWork, type Work } from './work'

/** Two programmes published, a registrar to offer them, and a student who does not meet them yet. */
export interface AwardScene extends SeededProgrammes {
  framework: Lifecomp
  rosa: PersonActor
  ana: PersonActor
}

export async function openAwardScene(): Promise<AwardScene> {
  await makeInstitution()
  const framework = await publishedLifecomp()
  const rosa = await member('rosa')
  const seeded = await seedProgrammes(await member('omar'), rosa, framework.id)
  await member('ben')
  return { ...seeded, framework, rosa, ana: await member('ana') }
}

/** Enough for Community Contribution. */
export function earn({ framework }: AwardScene, student: PersonActor, part: Partial<Work> = {}) {
  return doneWork({
    student,
    framework,
    title: 'Saturday shifts',
    said: [
      { by: 'ben', minutes: 1800, saw: { S3: 3, S2: 2 } },
      { by: 'eleni', minutes: 1500, saw: { S3: 2, S2: 'notObserved' } },
    ],
    ...part,
  })
}

export async function offerTo({ rosa, contributionId }: AwardScene, student: PersonActor): Promise<string> {
  await offerAwards(rosa, contributionId, [student.id])
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: student.id, inForce: { not: null } } })
  return id
}

export const nothingNamed: Choices = { nameForm: 'official', named: [], evidence: [] }
