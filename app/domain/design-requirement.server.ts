import { db } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { designForms as says } from '~/messages/en/design-forms'
import { rewriteRequirement } from './design-draft.server'
import * as edits from './design-parts'
import type { PersonActor } from './policy'
import { buildable } from './programme.server'
import { parts, type Requirement } from './requirement'
import { readRequirement, RequirementSchema } from './requirement.server'

export interface Place {
  at: string
  /** What `shownOf` said of the requirement when the page was made. */
  shown: string
}

export type Move = 'up' | 'down' | 'wrap' | 'dissolve' | 'remove'

/** Answers the path where the reader's eye should be afterwards. */
export async function movePart(actor: PersonActor, id: string, { at, shown }: Place, move: Move): Promise<string> {
  return edit(actor, id, shown, requirement => moves[move](requirement, at))
}

export async function writePart(
  actor: PersonActor, id: string, { at, shown }: Place, how: 'edit' | 'within' | 'beside', part: Requirement,
): Promise<string> {
  const write = { edit: edits.replacePart, within: edits.addWithin, beside: edits.addBeside }[how]
  return edit(actor, id, shown, requirement => write(requirement, at, part))
}

/** As a whole, from JSON. */
export async function writeRequirement(actor: PersonActor, id: string, shown: string, requirement: Requirement) {
  return edit(actor, id, shown, () => ({ requirement, path: '' }))
}

/** What a part can point at here. */
export async function listPartChoices(actor: PersonActor, ownSeriesId: string) {
  const { institutionId } = actor
  const [frameworks, programmes] = await Promise.all([
    db.framework.findMany({
      where: { institutionId, publishedAt: { not: null } },
      orderBy: { title: 'asc' },
      select: {
        id: true, title: true,
        levels: { orderBy: { position: 'asc' }, select: { name: true } },
        competencies: {
          where: { humanCodingScheme: { not: null } }, orderBy: { position: 'asc' }, select: { id: true, name: true },
        },
      },
    }),
    db.programme.findMany({
      where: { institutionId, status: 'published', seriesId: { not: ownSeriesId } },
      orderBy: { title: 'asc' },
      select: { seriesId: true, title: true },
    }),
  ])
  return { frameworks, programmes }
}

export type PartChoices = Awaited<ReturnType<typeof listPartChoices>>

type Edit = (requirement: Requirement, at: string) => edits.Edited | null

const moves: Record<Move, Edit> = {
  up: (requirement, at) => edits.movePart(requirement, at, -1),
  down: (requirement, at) => edits.movePart(requirement, at, 1),
  wrap: (requirement, at) => edits.wrapPart(requirement, at, 'any'),
  dissolve: edits.dissolvePart,
  remove: edits.removePart,
}

async function edit(
  actor: PersonActor, id: string, shown: string, change: (requirement: Requirement) => edits.Edited | null,
): Promise<string> {
  const { requirement, institutionId } = await buildable(actor, id)
  const edited = change(readRequirement(requirement))
  if (!edited) throw new Refusal(says.changed)
  refuseUnwieldy(edited.requirement)
  await refuseForeign(institutionId, edited.requirement)
  await rewriteRequirement(actor, id, shown, edited.requirement)
  return edited.path
}

function refuseUnwieldy(requirement: Requirement) {
  if (edits.depthOf(requirement) > edits.MOST_DEEP) throw new Refusal(says.json.tooDeep(edits.MOST_DEEP))
  if (!RequirementSchema.safeParse(requirement).success) throw new Refusal(says.tooManyParts)
}

/** Rule 11: the names of what a requirement points at stand on its page, so it points at what is ours. */
async function refuseForeign(institutionId: string, requirement: Requirement) {
  const all = [...parts(requirement)].map(part => part.requirement)
  const competencies = idsOf(all.flatMap(part => (part.kind === 'competency' ? part.competencyId : [])))
  const frameworks = idsOf(all.flatMap(part => (part.kind === 'breadth' ? part.frameworkId : [])))
  const series = idsOf(all.flatMap(part => (part.kind === 'credential' ? part.seriesId : [])))
  const [knownCompetencies, knownFrameworks, knownSeries] = await Promise.all([
    db.competency.count({ where: { id: { in: competencies }, framework: { institutionId } } }),
    db.framework.count({ where: { id: { in: frameworks }, institutionId } }),
    db.programme.findMany({ where: { seriesId: { in: series }, institutionId }, distinct: ['seriesId'], select: { seriesId: true } }),
  ])
  if (knownCompetencies < competencies.length) throw new Refusal(says.unknown.competency)
  if (knownFrameworks < frameworks.length) throw new Refusal(says.unknown.framework)
  if (knownSeries.length < series.length) throw new Refusal(says.unknown.programme)
}

const idsOf = (ids: string[]) => [...new Set(ids)]
