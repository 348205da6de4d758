import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { logActivity } from './activity.server'
import { fold } from './fold'
import type { PersonActor } from './policy'

const AT_MOST = 8

/** What the catalogue offers, by its words in any order, case and accents aside. */
export function searchOpportunities({ institutionId }: PersonActor, search: string) {
  const words = fold(search).split(/\s+/).filter(Boolean).slice(0, 8)
  return db.opportunity.findMany({
    where: { institutionId, retiredAt: null, AND: words.map(word => ({ folded: { contains: word } })) },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: AT_MOST,
    include: { competencies: { include: { competency: { select: { frameworkId: true } } } } },
  })
}

/** A draft with everything the catalogue knows, so that the student goes straight on to when. */
export async function logOpportunity(
  actor: PersonActor,
  opportunityId: string,
  formKey?: string,
): Promise<string> {
  const { id, title, organisation, category } = found(
    await db.opportunity.findFirst({
      where: { id: opportunityId, institutionId: actor.institutionId, retiredAt: null },
    }),
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
