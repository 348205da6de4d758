import { db, type OpportunityModel, type Tx } from '~/lib/db.server'
import { notify, type Letters } from './notification.server'
import { primaryAddress } from './people'
import type { Stationery, Written } from './stationery.server'

type AboutProposal = 'proposal-opened' | 'proposal-returned' | 'proposal-declined'

/** Leaves a letter to whoever proposed it, unless they are gone. */
export async function tellProposer(
  tx: Tx,
  { id, proposedById }: OpportunityModel,
  template: AboutProposal,
  reason: string,
) {
  const student = await tx.person.findFirst({
    where: { id: proposedById ?? '', erasedAt: null },
    include: { addresses: true },
  })
  if (!student) return
  const to = primaryAddress(student)
  await notify(tx, { template, to, params: { opportunityId: id, reason }, subjectId: id })
}

export function writeProposal(became: 'opened' | 'returned' | 'declined') {
  return async ({ opportunityId, reason }: Letters[AboutProposal], desk: Stationery): Promise<Written> => {
    const opportunity = await db.opportunity.findUnique({
      where: { id: opportunityId },
      include: { unit: true },
    })
    const student = await db.person.findUnique({ where: { id: opportunity?.proposedById ?? '' } })
    if (!opportunity || !student) return null
    const { title, unit } = opportunity
    const url = desk.url(`/opportunities/${opportunityId}`)
    return {
      letter: desk.words.opportunities[became]({
        name: student.usedName,
        title,
        unit: unit.name,
        url,
        reason,
      }),
    }
  }
}
