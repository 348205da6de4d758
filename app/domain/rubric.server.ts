import { db } from '~/lib/db.server'

export type RubricRow = Awaited<ReturnType<typeof rubricOf>>[number]

interface Outcome {
  competencyId: string
  levelId: string
}

/** The competencies of a programme's outcomes with their scale and its words, in the programme's order. */
export async function rubricOf(programme: { outcomes: readonly Outcome[] }) {
  const competencies = await db.competency.findMany({
    where: { id: { in: programme.outcomes.map(outcome => outcome.competencyId) } },
    include: { descriptors: true, framework: { include: { levels: { orderBy: { position: 'asc' } } } } },
  })
  return programme.outcomes.flatMap(({ competencyId, levelId: requiredLevelId }) => {
    const competency = competencies.find(({ id }) => id === competencyId)
    return competency ? [{ ...competency, requiredLevelId }] : []
  })
}

export function descriptorOf({ descriptors }: RubricRow, levelId: string): string {
  return descriptors.find(descriptor => descriptor.levelId === levelId)?.descriptor ?? ''
}
