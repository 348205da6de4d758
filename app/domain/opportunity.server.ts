import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import type { Category } from './activity'
import { logActivity } from './activity.server'
import { openInCatalogue } from './opportunity'
import type { PersonActor } from './policy'
import { afterOf, findSought, mark, pageOf } from './search.server'
import { listUnits, unitsBelow } from './unit.server'

export const OPPORTUNITY_PAGE = 30
const AT_MOST = 8

export interface OpportunityFilters {
  search: string
  unitId: string | null
  category: Category | null
  competencyId: string | null
}

const withCompetencies = {
  unit: { select: { name: true } },
  competencies: { include: { competency: { select: { frameworkId: true, name: true } } } },
} as const

/** What is open to students, the newest first, a page at a time. A unit includes the units below it. */
export async function listOpportunities(
  { institutionId }: PersonActor,
  { search, unitId, category, competencyId }: OpportunityFilters,
  after: string | null,
) {
  const units = unitId ? unitsBelow(await listUnits(institutionId), unitId) : []
  const marks = [
    [mark('open', institutionId)],
    ...(unitId ? [units.map(id => mark('u', id))] : []),
    ...(category ? [[mark('c', category)]] : []),
    ...(competencyId ? [[mark('k', competencyId)]] : []),
  ]
  const sought = { within: null, marks, search, after: afterOf(after) }
  const { shown, next } = pageOf(await findSought('Opportunity', sought, OPPORTUNITY_PAGE + 1), OPPORTUNITY_PAGE)
  return { rows: await inOrder(shown), next }
}

export type ListedOpportunity = Awaited<ReturnType<typeof inOrder>>[number]

/** What the catalogue offers, by its words in any order, case and accents aside. */
export async function searchOpportunities({ institutionId }: PersonActor, search: string) {
  const marks = [[mark('open', institutionId)]]
  const { hits } = await findSought('Opportunity', { within: null, marks, search, after: null }, AT_MOST)
  return inOrder(hits)
}

/** A draft with everything the catalogue knows, so that the student goes straight on to when. */
export async function logOpportunity(
  actor: PersonActor,
  opportunityId: string,
  formKey?: string,
): Promise<string> {
  const { id, title, organisation, category } = found(
    await db.opportunity.findFirst({ where: { id: opportunityId, ...openAt(actor) } }),
  )
  const form = {
    opportunityId: id,
    title,
    organisation,
    category,
    role: title,
    participation: 'onSite' as const,
    isPaid: category === 'employment',
    isCreditBearing: false,
    isMandatory: false,
    sensitivity: 'normal' as const,
    publicTitle: '',
    publicOrganisation: '',
  }
  return logActivity(actor, form, formKey)
}

/** In the catalogue: opened by staff, and not retired. */
export const openAt = ({ institutionId }: { institutionId: string }) => ({
  institutionId,
  ...openInCatalogue,
})

export async function inOrder(hits: readonly { id: string }[]) {
  const ids = hits.map(({ id }) => id)
  const rows = await db.opportunity.findMany({ where: { id: { in: ids } }, include: withCompetencies })
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
