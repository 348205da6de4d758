import { Prisma, type Tx } from '~/lib/db.server'
import { erasePartners } from './erasure-of-partners.server'
import { domainOf, normaliseAddress } from './people'

export interface Erased {
  personId: string
  institutionId: string
  /** Normalised (rule 1): each stands for every spelling of it. */
  mailboxes: readonly string[]
}

/** Wherever their address was written down, by others or for letters that have not been used or sent. */
export async function eraseAddresses(tx: Tx, erased: Erased) {
  const { personId, institutionId, mailboxes } = erased
  await tx.oneTimeLink.deleteMany({ where: { personId, institutionId } })
  await tx.rosterEntry.deleteMany({ where: { institutionId, OR: [{ studentId: personId }, { normalised: { in: [...mailboxes] } }] } })
  await tx.teamMember.deleteMany({ where: { institutionId, OR: [{ personId }, { normalised: { in: [...mailboxes] } }] } })
  await tx.team.updateMany({ where: { institutionId, startedById: personId }, data: { name: '' } })
  await tx.roster.updateMany({ where: { institutionId, proposedById: personId }, data: { note: '' } })
  await erasePartners(tx, erased)
  for (const mailbox of mailboxes) {
    await eraseNamed(tx, institutionId, mailbox)
    await eraseMentions(tx, institutionId, mailbox)
    await eraseLetters(tx, institutionId, mailbox)
  }
}

/** Where others named them as somebody to ask. */
async function eraseNamed(tx: Tx, institutionId: string, mailbox: string) {
  const invitees = await tx.$queryRaw<Written[]>`
    SELECT i."id", i."email" AS "address" FROM "Invitee" i JOIN "Activity" a ON a."id" = i."activityId"
    WHERE a."institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`i."email"`)}`
  await tx.invitee.deleteMany({ where: { id: { in: spelling(mailbox, invitees) } } })
  const opportunities = await tx.$queryRaw<Written[]>`
    SELECT "id", "validatorEmail" AS "address" FROM "Opportunity"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"validatorEmail"`)}`
  await tx.opportunity.updateMany({
    where: { id: { in: spelling(mailbox, opportunities) } }, data: { validatorName: '', validatorEmail: '' },
  })
}

/** Where somebody said that they may be the right person, and what they reported themselves. */
async function eraseMentions(tx: Tx, institutionId: string, mailbox: string) {
  const suggestions = await tx.$queryRaw<Written[]>`
    SELECT "id", "suggestedEmail" AS "address" FROM "EndorsementRequest"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"suggestedEmail"`)}`
  await tx.endorsementRequest.updateMany({
    where: { id: { in: spelling(mailbox, suggestions) } }, data: { suggestedName: '', suggestedEmail: '' },
  })
  const concerns = await tx.$queryRaw<Written[]>`
    SELECT "id", "reporterEmail" AS "address" FROM "Concern"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"reporterEmail"`)}`
  await tx.concern.updateMany({
    where: { id: { in: spelling(mailbox, concerns) } }, data: { reporterName: '', reporterEmail: '', text: '' },
  })
}

async function eraseLetters(tx: Tx, institutionId: string, mailbox: string) {
  const links = await tx.$queryRaw<Written[]>`
    SELECT "id", "address" FROM "OneTimeLink"
    WHERE "institutionId" = ${institutionId} AND ${maySpell(mailbox, Prisma.sql`"address"`)}`
  await tx.oneTimeLink.deleteMany({ where: { id: { in: spelling(mailbox, links) } } })
  const recipient = Prisma.sql`COALESCE("payload"->>'to', "payload"->>'address')`
  const jobs = await tx.$queryRaw<Written[]>`
    SELECT "id", ${recipient} AS "address" FROM "Job"
    WHERE "doneAt" IS NULL AND ${maySpell(mailbox, recipient)}`
  await tx.job.deleteMany({ where: { id: { in: spelling(mailbox, jobs) } } })
}

export interface Written {
  id: string
  address: string
}

/** No spelling changes the first letters of name and domain: the database passes over most of the others. */
export function maySpell(mailbox: string, column: Prisma.Sql) {
  return Prisma.sql`lower(${column}) LIKE ${`${mailbox.charAt(0)}%@${domainOf(mailbox).charAt(0)}%`}`
}

export function spelling(mailbox: string, written: readonly Written[]) {
  return written.filter(({ address }) => normaliseAddress(address) === mailbox).map(({ id }) => id)
}
