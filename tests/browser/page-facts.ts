import { linkPath, makeLink } from '~/domain/one-time-link.server'
import { requestPath } from '~/domain/request.server'
import { DAY } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { cast } from '../cast'
import type { RouteScene } from '../routes/scene'

export interface MoreThings {
  /** The link of Ines to what she answered, and to nothing that is decided yet. */
  answered: string
  /** Of Chidi: sent back to him with a question. */
  returned: string
  /** An entry of the catalogue that is open to everybody. */
  opportunity: string
  /** The request that waits for Ben, who has a sign-in. */
  askedOfBen: string
  confirmation: string
  passwordReset: string
}

/** What only pages need: told before a server opens on it, and after the scene of the routes. */
export async function tellMore({ things }: RouteScene): Promise<MoreThings> {
  const answered = await db.endorsementRequest.findFirstOrThrow({ where: { activityId: things.inReview } })
  const returned = await db.activity.findFirstOrThrow({ where: { status: 'returned' } })
  const opportunity = await db.opportunity.findFirstOrThrow({
    where: { proposedById: null, retiredAt: null },
  })
  const askedOfBen = await db.endorsementRequest.findFirstOrThrow({
    where: { status: 'sent', endorser: { email: cast.ben.email } },
  })
  const more = {
    answered: requestPath(answered.id),
    returned: returned.id,
    opportunity: opportunity.id,
    askedOfBen: askedOfBen.id,
    confirmation: await link('confirmation', 'new.student@northbridge.example'),
    passwordReset: await link('passwordReset', cast.ana.email),
  }
  await db.$disconnect()
  return more
}

async function link(purpose: 'confirmation' | 'passwordReset', address: string) {
  const { id: institutionId } = await db.institution.findFirstOrThrow()
  const id = await transaction(tx => makeLink(tx, { institutionId, purpose, address, lasts: DAY }))
  return linkPath(purpose, id)
}
