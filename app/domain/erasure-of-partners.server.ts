import type { Tx } from '~/lib/db.server'
import type { Erased } from './erasure-of-addresses.server'

/** Somebody outside who was asked about programmes: that an organisation was asked, and what became of it, stays. */
export async function erasePartners(tx: Tx, { institutionId, mailboxes }: Pick<Erased, 'institutionId' | 'mailboxes'>) {
  const partners = await tx.programmePartner.findMany({
    where: { institutionId, emailNormalised: { in: [...mailboxes] } },
    select: { id: true },
  })
  for (const { id } of partners) {
    await tx.programmePartner.update({
      where: { id },
      // The address is one a programme, so its place is taken by the id.
      data: { name: '', email: '', emailNormalised: id, endorsementComment: '', document: null, status: 'withdrawn' },
    })
  }
}
