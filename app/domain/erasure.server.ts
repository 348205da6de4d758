import { now } from '~/lib/clock.server'
import { db, Prisma, transaction, type Tx } from '~/lib/db.server'
import { allowed, found, NotFound, Refusal } from '~/lib/refusal'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { eraseWork } from './erasure-of-work.server'
import { mayDecideOnPeople, type Actor } from './policy'
import { forgetFiles } from './stored-file.server'

/** What stays of somebody erased, and why it may. Counts only. */
export interface Kept {
  /** Register of awards: id, digest and status of each credential, so that checks by others stay true. */
  credentials: number
  /** Records of others: what they confirmed of other people's work, under the name they gave with it. */
  endorsementsGiven: number
  /** Records of others: their decisions, under an id that no longer leads to anybody. */
  decisions: number
}

/** Removes everything personal about somebody; an empty row stays where their id is referred to (rule 14). */
export async function erasePerson(actor: Actor, personId: string): Promise<Kept> {
  allowed(actor.kind === 'system' || mayDecideOnPeople(actor))
  if (actor.kind === 'person' && actor.id === personId) throw new Refusal(words.eraseSelf)
  const { institutionId } = actor
  const { addresses } = found(
    await db.person.findFirst({
      where: { id: personId, institutionId, erasedAt: null },
      include: { addresses: true },
    }),
  )
  const own = addresses.map(({ address }) => address)
  const mailboxes = addresses.map(({ normalised }) => normalised)
  return transaction(async tx => {
    await emptyPerson(tx, personId, institutionId)
    const digests = await eraseWork(tx, personId)
    const endorsementsGiven = await eraseEndorser(tx, personId, institutionId, mailboxes)
    const credentials = await emptyCredentials(tx, personId)
    await eraseNamed(tx, institutionId, own)
    await eraseLetters(tx, personId, institutionId, own)
    await eraseAccount(tx, personId)
    await forgetFiles(tx, institutionId, digests)
    const decisions = await tx.review.count({ where: { reviewerId: personId } })
    const kept = { credentials, endorsementsGiven, decisions }
    await record(tx, actor, 'person.erased', personId, { ...kept, files: digests.length })
    return kept
  })
}

async function emptyPerson(tx: Tx, id: string, institutionId: string) {
  const { count } = await tx.person.updateMany({
    where: { id, institutionId, erasedAt: null },
    data: {
      officialName: '',
      usedName: '',
      passwordHash: null,
      standingChoice: Prisma.DbNull,
      erasedAt: now(),
    },
  })
  if (count === 0) throw new NotFound()
}

async function eraseAccount(tx: Tx, personId: string) {
  await tx.session.deleteMany({ where: { personId } })
  await tx.membership.deleteMany({ where: { personId } })
  await tx.enrolment.deleteMany({ where: { personId } })
  await tx.emailAddress.deleteMany({ where: { personId } })
}

/** The document goes with the name in it; what proves the copies of others stays. */
async function emptyCredentials(tx: Tx, studentId: string) {
  await tx.waiver.deleteMany({ where: { studentId } })
  await tx.award.updateMany({ where: { studentId }, data: { choices: Prisma.DbNull } })
  const { count } = await tx.credential.updateMany({
    where: { studentId },
    data: { document: '', because: '', disclosures: '', sharedAt: null },
  })
  return count
}

async function eraseEndorser(tx: Tx, personId: string, institutionId: string, mailboxes: string[]) {
  const endorsers = await tx.endorser.findMany({
    where: { institutionId, OR: [{ personId }, { normalised: { in: mailboxes } }] },
    select: { id: true },
  })
  for (const { id } of endorsers) {
    await tx.endorserVisit.deleteMany({ where: { request: { endorserId: id } } })
    await tx.endorsementRequest.updateMany({
      where: { endorserId: id, status: { in: ['queued', 'sent', 'started', 'undeliverable'] } },
      data: { status: 'withdrawn', statusAt: now(), endorserName: '' },
    })
    await tx.endorser.update({
      where: { id },
      data: { personId: null, name: '', email: '', normalised: `erased:${id}`, doNotAskAt: now() },
    })
  }
  return tx.endorsement.count({ where: { endorserId: { in: endorsers.map(({ id }) => id) } } })
}

/** Where others named them as somebody to ask. */
async function eraseNamed(tx: Tx, institutionId: string, addresses: string[]) {
  await tx.invitee.deleteMany({ where: { activity: { institutionId }, email: { in: addresses } } })
  await tx.opportunity.updateMany({
    where: { institutionId, validatorEmail: { in: addresses } },
    data: { validatorName: '', validatorEmail: '' },
  })
}

/** Links and letters that have not been used or sent. */
async function eraseLetters(tx: Tx, personId: string, institutionId: string, addresses: string[]) {
  await tx.oneTimeLink.deleteMany({
    where: { institutionId, OR: [{ personId }, { address: { in: addresses } }] },
  })
  if (addresses.length === 0) return
  const theirs = Prisma.join(addresses)
  await tx.$executeRaw`
    DELETE FROM "Job" WHERE "doneAt" IS NULL
      AND ("payload"->>'to' IN (${theirs}) OR "payload"->>'address' IN (${theirs}))`
}
