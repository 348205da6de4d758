import { now } from '~/lib/clock.server'
import { db, Prisma, transaction, type Tx } from '~/lib/db.server'
import { allowed, found, NotFound, Refusal } from '~/lib/refusal'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { eraseAddresses } from './erasure-of-addresses.server'
import { eraseOffers } from './erasure-of-offers.server'
import { eraseWork } from './erasure-of-work.server'
import { erasePaperRuns } from './paper-run-clearing.server'
import { mayDecideOnPeople, type Actor } from './policy'
import { stillOpen } from './request.server'
import { dropUploads, forgetFiles } from './stored-file.server'

/** What stays of somebody erased, and why it may. Counts only. */
export interface Kept {
  /** The register: id, digest and status of each credential and transcript, so that checks by others stay true. */
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
  const mailboxes = addresses.map(({ normalised }) => normalised)
  return transaction(async tx => {
    await emptyPerson(tx, personId, institutionId)
    const digests = await eraseWork(tx, personId)
    const endorsementsGiven = await eraseEndorser(tx, personId, institutionId, mailboxes)
    const credentials = await emptyCredentials(tx, personId)
    await erasePaperRuns(tx, personId)
    await eraseAddresses(tx, { personId, institutionId, mailboxes })
    await eraseOffers(tx, { personId, institutionId, mailboxes })
    await eraseAccount(tx, personId)
    await dropUploads(tx, { personId })
    await forgetFiles(tx, institutionId, digests)
    const decisions = await tx.review.count({ where: { reviewerId: personId } })
    const kept = { credentials, endorsementsGiven, decisions }
    await record(tx, actor, 'person.erased', personId, { ...kept, files: digests.length })
    // Whoever signed for them kept it before this line was reached, or finds nobody here any more.
    await emptyCredentials(tx, personId)
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
  await tx.correction.deleteMany({ where: { studentId } })
  await tx.award.updateMany({ where: { studentId }, data: { choices: Prisma.DbNull } })
  const { count } = await tx.credential.updateMany({
    where: { studentId },
    data: { document: '', because: '', disclosures: '', jwt: null, sharedAt: null },
  })
  const emptied = { document: '', recipient: '', basis: '', sharedAt: null }
  const transcripts = await tx.transcript.updateMany({ where: { studentId }, data: emptied })
  return count + transcripts.count
}

async function eraseEndorser(tx: Tx, personId: string, institutionId: string, mailboxes: string[]) {
  const endorsers = await tx.endorser.findMany({
    where: { institutionId, OR: [{ personId }, { normalised: { in: mailboxes } }] },
    select: { id: true },
  })
  for (const { id } of endorsers) {
    await eraseRequests(tx, id)
    await tx.roster.updateMany({ where: { endorserId: id }, data: { note: '' } })
    await tx.endorser.update({
      where: { id },
      data: { personId: null, name: '', email: '', normalised: `erased:${id}`, doNotAskAt: now() },
    })
  }
  return tx.endorsement.count({ where: { endorserId: { in: endorsers.map(({ id }) => id) } } })
}

/** Their name stays where they confirmed something, with what they confirmed; nowhere else. */
async function eraseRequests(tx: Tx, endorserId: string) {
  await tx.endorserVisit.deleteMany({ where: { endorserId } })
  await tx.message.deleteMany({ where: { request: { endorserId } } })
  await tx.endorsementRequest.updateMany({
    where: { endorserId, status: { in: stillOpen } },
    data: { status: 'withdrawn', statusAt: now() },
  })
  await tx.endorsementRequest.updateMany({ where: { endorserId }, data: { message: '' } })
  await tx.endorsementRequest.updateMany({
    where: { endorserId, endorsements: { none: {} } },
    data: { endorserName: '', organisation: '', answerNote: '', suggestedName: '', suggestedEmail: '' },
  })
}
