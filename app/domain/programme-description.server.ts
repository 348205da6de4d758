import { db, type Prisma, type ProgrammeOutcomeModel } from '~/lib/db.server'
import type { Outcome, ProgrammeDescription } from './programme-description'
import { readTranslations } from './programme-translation.server'
import { findRequirementNames } from './requirement-names.server'
import { readRequirement } from './requirement.server'

// Who made and published it is the institution's own business.
const shown = {
  publicId: true,
  seriesId: true,
  version: true,
  title: true,
  level: true,
  achievementType: true,
  description: true,
  criteria: true,
  workloadMinutes: true,
  credits: true,
  creditBasis: true,
  eqfLevel: true,
  eqfBasis: true,
  assessmentType: true,
  assessor: true,
  participation: true,
  qualityAssurance: true,
  supervision: true,
  prerequisites: true,
  leadsTo: true,
  fee: true,
  validityMonths: true,
  contact: true,
  artworkDigest: true,
  translations: true,
  requirement: true,
  outcomes: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.ProgrammeSelect

/**
 * A version that was published, for as long as anyone may ask. `latest` is the version that is published
 * now: this one, a newer one, or none any more.
 */
export async function findDescription(publicId: string) {
  const programme = await db.programme.findFirst({
    where: { publicId, status: { in: ['published', 'retired'] }, publishedAt: { not: null } },
    select: shown,
  })
  if (!programme) return null
  const [description, latest] = await Promise.all([describe(programme), findLatest(programme.seriesId)])
  return { ...description, latest }
}

/** A version in whatever state it is, for those who were asked to look at it. */
export async function findDescriptionToLookAt(id: string): Promise<ProgrammeDescription> {
  return describe(await db.programme.findUniqueOrThrow({ where: { id }, select: shown }))
}

function findLatest(seriesId: string) {
  return db.programme.findFirst({
    where: { seriesId, status: 'published' },
    select: { publicId: true, version: true },
  })
}

async function describe({
  achievementType: type,
  ...programme
}: Prisma.ProgrammeGetPayload<{ select: typeof shown }>) {
  const requirement = readRequirement(programme.requirement)
  const [names, outcomes] = await Promise.all([
    findRequirementNames([requirement]),
    describeOutcomes(programme.outcomes),
  ])
  const translations = readTranslations(programme.translations)
  const description: ProgrammeDescription = { ...programme, type, requirement, names, outcomes, translations }
  return description
}

const levels = { orderBy: { position: 'asc' }, select: { id: true, position: true, name: true } } as const

async function describeOutcomes(outcomes: ProgrammeOutcomeModel[]): Promise<Outcome[]> {
  const competencies = await db.competency.findMany({
    where: { id: { in: outcomes.map(outcome => outcome.competencyId) } },
    select: {
      id: true,
      name: true,
      humanCodingScheme: true,
      descriptors: true,
      framework: { select: { levels } },
    },
  })
  return outcomes.flatMap(({ competencyId, levelId }) => {
    const competency = competencies.find(({ id }) => id === competencyId)
    const level = competency?.framework.levels.find(({ id }) => id === levelId)
    if (!competency || !level) return []
    const { name, humanCodingScheme: code, descriptors, framework } = competency
    const descriptor = descriptors.find(each => each.levelId === levelId)?.descriptor ?? ''
    return [
      {
        competencyId,
        name,
        code,
        level: { position: level.position, of: framework.levels.length, name: level.name, descriptor },
      },
    ]
  })
}
