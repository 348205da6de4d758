import { db } from '~/lib/db.server'

export type RubricRow = Awaited<ReturnType<typeof rubricOf>>[number]

interface Outcome {
  competencyId: string
  levelId: string
}

/** Competencies with their scale and its words. */
export type ScaledCompetency = Awaited<ReturnType<typeof scaledCompetencies>>[number]

export function scaledCompetencies(ids: readonly string[]) {
  return db.competency.findMany({
    where: { id: { in: [...ids] } },
    include: { descriptors: true, framework: { include: { levels: { orderBy: { position: 'asc' } } } } },
    orderBy: [{ frameworkId: 'asc' }, { position: 'asc' }],
  })
}

/** Those of a programme's outcomes, in the programme's order. */
export async function rubricOf(programme: { outcomes: readonly Outcome[] }) {
  const competencies = await scaledCompetencies(programme.outcomes.map(outcome => outcome.competencyId))
  return programme.outcomes.flatMap(({ competencyId, levelId: requiredLevelId }) => {
    const competency = competencies.find(({ id }) => id === competencyId)
    return competency ? [{ ...competency, requiredLevelId }] : []
  })
}

export function descriptorOf({ descriptors }: ScaledCompetency, levelId: string): string {
  return descriptors.find(descriptor => descriptor.levelId === levelId)?.descriptor ?? ''
}
