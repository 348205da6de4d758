import { db } from '~/lib/db.server'
import { allShownOf, shownOf, type Whole } from './programme-shown.server'
import type { DescriptionTyped } from './design-forms.server'
import { namesOf } from './design-list.server'
import { listFrameworks } from './framework.server'
import { findHouse } from './institution.server'
import { typedMinutes } from './minutes'
import { mayPublishProgramme, type PersonActor } from './policy'
import { requirementFaults } from './programme-check.server'
import { fitsCredits, microCredentialLacks, standardElements } from './programme'
import { buildable } from './programme.server'
import { findRequirementNames } from './requirement-names.server'
import { readRequirement } from './requirement.server'

/** One version as those read it who build programmes, in whatever state it is. */
export async function findDesign(actor: PersonActor, id: string) {
  const programme = await buildable(actor, id)
  const requirement = readRequirement(programme.requirement)
  const [versions, people, names, faults, institution] = await Promise.all([
    versionsOf(programme),
    namesOf([programme.createdById, programme.publishedById]),
    findRequirementNames([requirement]),
    requirementFaults(programme),
    findHouse(),
  ])
  const described = { ...programme, requirement }
  const { createdById, publishedById, translations: _, institutionId: _house, ...row } = programme
  return {
    ...row,
    requirement,
    names,
    faults,
    outcomes: inOrder(programme),
    versions: versions.filter(version => version.id !== id),
    maker: people.get(createdById ?? '') ?? null,
    publisher: people.get(publishedById ?? '') ?? null,
    elements: standardElements(described, institution),
    lacks: microCredentialLacks(described, institution),
    fits: fitsCredits(programme.workloadMinutes, programme.credits),
    shown: shownOf(programme),
    allShown: allShownOf(programme),
    may: {
      publish: programme.status === 'inReview' && mayPublishProgramme(actor, programme),
      revise: versions[0]?.id === id && (programme.status === 'published' || programme.status === 'retired'),
    },
  }
}

export type Design = Awaited<ReturnType<typeof findDesign>>

/** The version that was in force before it, or is until it replaces it; null for the first. */
export async function findVersionBefore({ seriesId, version }: Pick<Design, 'seriesId' | 'version'>) {
  const before = await db.programme.findFirst({
    where: { seriesId, version: { lt: version }, publishedAt: { not: null } },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  return before?.id ?? null
}

/** As the form of a draft has it. */
export function typedOf({ requirement: _, workloadMinutes, credits, eqfLevel, validityMonths, ...design }: Design): DescriptionTyped {
  const outcomes = design.outcomes.map(({ competencyId, levelId }) => `${competencyId} ${levelId}`)
  return {
    ...design,
    outcomes: outcomes.length > 0 ? outcomes : [''],
    workload: workloadMinutes > 0 ? typedMinutes(workloadMinutes) : '',
    credits: typed(credits),
    creditBasis: design.creditBasis ?? '',
    eqfLevel: typed(eqfLevel),
    validityMonths: typed(validityMonths),
    reviewDate: design.reviewDate ?? '',
  }
}

const typed = (figure: number | null) => (figure === null ? '' : String(figure))

/** Every outcome there is to choose, by competency: what a published framework has, at each of its levels. */
export async function listOutcomeChoices(institutionId: string) {
  const frameworks = await listFrameworks(institutionId)
  return frameworks.flatMap(({ title, levels, competencies }) => competencies
    .filter(({ humanCodingScheme }) => humanCodingScheme !== null)
    .map(({ id, name }) => ({
      framework: title,
      id,
      name,
      levels: levels.map(level => ({ id: level.id, name: level.name })),
    })))
}

export type OutcomeChoice = Awaited<ReturnType<typeof listOutcomeChoices>>[number]

function versionsOf({ seriesId, institutionId }: Whole) {
  return db.programme.findMany({
    where: { seriesId, institutionId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, status: true, title: true },
  })
}

function inOrder({ outcomes }: Whole) {
  return [...outcomes]
    .sort((a, b) => a.position - b.position)
    .map(({ competencyId, levelId }) => ({ competencyId, levelId }))
}
