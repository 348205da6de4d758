import { db, type ProgrammeModel, type ProgrammeOutcomeModel } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { messagesIn } from '~/messages/messages'
import type { Sheet } from './credential'
import { microCredentialLacks, standardElements } from './programme'
import { checkRequirement, seriesAskedFor, type Fault, type Surroundings } from './requirement-check'
import { readRequirement } from './requirement.server'

type Proposed = ProgrammeModel & { outcomes: ProgrammeOutcomeModel[] }

/** A programme that is published can be met, and is what it is called. */
export async function refuseUnpublishable(programme: Proposed): Promise<void> {
  const institution = await db.institution.findUniqueOrThrow({ where: { id: programme.institutionId } })
  const words = messagesIn(institution.language).programme
  const [fault] = await requirementFaults(programme)
  if (fault) throw new Refusal(words.fault[fault.fault], 'requirement')
  if (!(await areOutcomesPublished(programme))) throw new Refusal(words.fault.notPublished, 'outcomes')
  if (programme.achievementType !== 'MicroCredential') return
  const described = { ...programme, requirement: readRequirement(programme.requirement) }
  const lacks = microCredentialLacks(described, institution).map(lack => words.element[lack])
  if (lacks.length > 0) throw new Refusal(words.lacks(lacks), 'achievementType')
}

/** What is set at issue is there too, and what the institution says still is. */
export function refuseIncomplete(programme: Proposed, { holder, issuer }: Pick<Sheet, 'holder' | 'issuer'>, language: string): void {
  const words = messagesIn(language).programme
  const missing = standardElements(programme, issuer, holder).filter(({ isMandatory, isComplete, element }) => (
    !isComplete && (element === 'learner' || (isMandatory && programme.achievementType === 'MicroCredential'))
  ))
  if (missing.length > 0) throw new Refusal(words.lacksAtIssue(missing.map(({ element }) => words.element[element])))
}

/** What keeps its requirement from being published, each at the part it is about. */
export async function requirementFaults(programme: ProgrammeModel): Promise<Fault[]> {
  return checkRequirement(readRequirement(programme.requirement), await surroundingsOf(programme))
}

async function surroundingsOf({ institutionId, seriesId }: ProgrammeModel): Promise<Surroundings> {
  const [frameworks, programmes] = await Promise.all([
    db.framework.findMany({
      where: { institutionId, publishedAt: { not: null } },
      include: {
        levels: { select: { id: true } },
        competencies: {
          where: { humanCodingScheme: { not: null } }, select: { id: true, frameworkId: true },
        },
      },
    }),
    db.programme.findMany({
      where: { institutionId, status: { in: ['published', 'retired'] } },
      select: { seriesId: true, status: true, requirement: true },
    }),
  ])
  const published = programmes.filter(({ status }) => status === 'published')
  const sizes = frameworks.map(({ id, competencies, levels }) =>
    [id, { competencies: competencies.length, levels: levels.length }] as const,
  )
  const asked = published.map(each => [each.seriesId, seriesAskedFor(readRequirement(each.requirement))] as const)
  return {
    seriesId,
    competencies: new Map(frameworks.flatMap(framework => framework.competencies.map(each => [each.id, each]))),
    frameworks: new Map(sizes),
    programmes: new Map(asked),
    retired: new Set(programmes.map(each => each.seriesId)),
  }
}

async function areOutcomesPublished({ institutionId, outcomes }: Proposed) {
  const competencies = await db.competency.findMany({
    where: {
      id: { in: outcomes.map(outcome => outcome.competencyId) },
      framework: { institutionId, publishedAt: { not: null } },
    },
    select: { id: true, framework: { select: { levels: { select: { id: true } } } } },
  })
  const levels = new Map(competencies.map(({ id, framework: { levels } }) => [id, levels.map(level => level.id)]))
  return outcomes.every(({ competencyId, levelId }) => levels.get(competencyId)?.includes(levelId))
}
