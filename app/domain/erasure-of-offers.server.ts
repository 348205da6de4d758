import { Prisma, type Tx } from '~/lib/db.server'
import { maySpell, spelling, type Erased, type Written } from './erasure-of-addresses.server'

/** What somebody proposed and nobody opened goes; of whoever answered for a unit, name and mailbox do. */
export async function eraseOffers(tx: Tx, { personId, institutionId, mailboxes }: Erased) {
  const proposed = { proposedById: personId, openedAt: null, activities: { none: {} } }
  await tx.opportunityCompetency.deleteMany({ where: { opportunity: proposed } })
  await tx.opportunity.deleteMany({ where: proposed })
  await tx.opportunity.updateMany({ where: { proposedById: personId }, data: { proposedById: null } })
  await tx.unitContact.deleteMany({ where: { institutionId, normalised: { in: [...mailboxes] } } })
  for (const mailbox of mailboxes) await eraseMailbox(tx, institutionId, mailbox)
}

async function eraseMailbox(tx: Tx, institutionId: string, mailbox: string) {
  const deputies = await tx.$queryRaw<Written[]>`
    SELECT "id", "deputyEmail" AS "address" FROM "Opportunity"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"deputyEmail"`)}`
  await tx.opportunity.updateMany({
    where: { id: { in: spelling(mailbox, deputies) } },
    data: { deputyName: '', deputyEmail: '' },
  })
  const afterwards = await tx.$queryRaw<Written[]>`
    SELECT "id", "deputyEmail" AS "address" FROM "UnitContact"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"deputyEmail"`)}`
  await tx.unitContact.updateMany({
    where: { id: { in: spelling(mailbox, afterwards) } },
    data: { deputyName: '', deputyEmail: '' },
  })
  const proofs = await tx.$queryRaw<Written[]>`
    SELECT "id", "address" FROM "DomainProof"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"address"`)}`
  await tx.domainProof.updateMany({ where: { id: { in: spelling(mailbox, proofs) } }, data: { address: '' } })
}
