import type { z } from 'zod'
import { later, MINUTE, now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { digits, same, saltedDigest, sha256 } from '~/lib/token.server'
import { unitRules as says } from '~/messages/en/unit-rules'
import { record } from './audit.server'
import { notify } from './notification.server'
import { domainOf, isFreeMail } from './people'
import type { PersonActor } from './policy'
import type { DomainCodeForm } from './unit-forms.server'
import { findKeptUnit } from './unit-keeping.server'

const CODE_MINUTES = 30
const TRIES = 5

/**
 * Mails six digits to an address in the domain: whoever can read them there may speak for it. Whoever asks twice
 * within a minute has asked once (rule 6).
 */
export async function startProof(actor: PersonActor, unitId: string, address: string, browser: string) {
  const { institutionId } = await findKeptUnit(actor, unitId)
  const domain = domainOf(address)
  await refuseDomain(institutionId, address, domain)
  await throttle('codeByRequest', unitId)
  const asked = { institutionId, unitId, domain, address, startedById: actor.id }
  const [proofId, codeId, createdAt] = [newId(), newId(), now()]
  return transaction(async tx => {
    // The unit's row first: of two clicks at once the later finds the code of the earlier.
    await tx.unit.update({ where: { id: unitId }, data: { institutionId } })
    const earlier = await justAsked(tx, asked, browser)
    if (earlier) return earlier
    await tx.domainProof.create({ data: { id: proofId, ...asked, createdAt } })
    await tx.confirmationCode.create({
      data: {
        ...{ id: codeId, subjectId: proofId, browserHash: hashed(browser), createdAt },
        expiresAt: later(createdAt, CODE_MINUTES * MINUTE),
      },
    })
    await notify(tx, {
      template: 'domain-code',
      to: address,
      params: { codeId, proofId },
      subjectId: proofId,
    })
    await record(tx, actor, 'unit.domain-asked', unitId, { domain: saltedDigest(domain) })
    return proofId
  })
}

/** The right digits, in the browser that asked: addresses in the domain speak for the unit from now on. */
export async function finishProof(
  actor: PersonActor,
  unitId: string,
  { proof: proofId, code }: z.output<typeof DomainCodeForm>,
  browser: string,
) {
  const { institutionId } = await findKeptUnit(actor, unitId)
  const { domain } = found(
    await db.domainProof.findFirst({ where: { id: proofId, unitId, provenAt: null } }),
  )
  const codeId = await spendTry(proofId, code, browser)
  const linking = transaction(async tx => {
    const used = await tx.confirmationCode.updateMany({
      where: { id: codeId, usedAt: null },
      data: { usedAt: now() },
    })
    if (used.count === 0) throw new Refusal(says.codeOver, 'code')
    await tx.domainProof.update({ where: { id: proofId }, data: { provenAt: now() } })
    await tx.organisationDomain.create({
      data: { id: newId(), institutionId, unitId, domain, linkedById: actor.id, createdAt: now() },
    })
    await record(tx, actor, 'unit.domain-linked', unitId, { domain: saltedDigest(domain) })
  })
  await linking.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal(says.gone) : error // another unit was first
  })
  return domain
}

/** What was confirmed by an address in it stays as it was. */
export async function unlinkDomain(actor: PersonActor, unitId: string, id: string) {
  await findKeptUnit(actor, unitId)
  await transaction(async tx => {
    const { count } = await tx.organisationDomain.deleteMany({ where: { id, unitId } })
    if (count === 0) throw new Refusal(says.gone)
    await record(tx, actor, 'unit.domain-unlinked', unitId)
  })
}

/** What somebody asked for and can still finish, the latest first. */
export function listOpenProofs({ id, institutionId }: PersonActor, unitId: string) {
  const since = later(now(), -CODE_MINUTES * MINUTE)
  return db.domainProof.findMany({
    where: { institutionId, unitId, startedById: id, provenAt: null, createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    distinct: ['address'],
    take: 3,
    select: { id: true, domain: true, address: true },
  })
}

/** Free mail is anybody's, students' and alumni domains are ours, and one domain speaks for one unit. */
async function refuseDomain(institutionId: string, address: string, domain: string) {
  if (isFreeMail(address)) throw new Refusal(says.freeMail(domain), 'address')
  const above = domain.split('.').map((_, at, parts) => parts.slice(at).join('.'))
  const own = await db.mailDomain.findFirst({
    where: { institutionId, domain: { in: above }, kind: { in: ['student', 'alumni'] } },
  })
  if (own) throw new Refusal(says.ownDomain(domain), 'address')
  const linked = await db.organisationDomain.findUnique({
    where: { institutionId_domain: { institutionId, domain } },
    include: { unit: { select: { name: true } } },
  })
  if (linked) throw new Refusal(says.linked(domain, linked.unit.name), 'address')
}

/** What this browser was mailed in the last minute and can still type. */
async function justAsked(
  tx: Tx,
  asked: { institutionId: string; unitId: string; address: string; startedById: string },
  browser: string,
) {
  const since = later(now(), -MINUTE)
  const proofs = await tx.domainProof.findMany({ where: { ...asked, createdAt: { gt: since } }, take: TRIES })
  const code = await tx.confirmationCode.findFirst({
    where: {
      ...{ subjectId: { in: proofs.map(({ id }) => id) }, browserHash: hashed(browser) },
      ...{ usedAt: null, tries: { lt: TRIES } },
    },
  })
  return code?.subjectId
}

/** Counting comes before comparing, so that many guesses at once are only five. Answers the code's id. */
async function spendTry(proofId: string, typed: string, browser: string) {
  const code = await db.confirmationCode.findFirst({
    where: { subjectId: proofId, browserHash: hashed(browser), usedAt: null, expiresAt: { gt: now() } },
  })
  if (!code) throw new Refusal(says.codeOver, 'code')
  const { count } = await db.confirmationCode.updateMany({
    where: { id: code.id, tries: { lt: TRIES }, usedAt: null },
    data: { tries: { increment: 1 } },
  })
  if (count === 0) throw new Refusal(says.codeTries, 'code')
  if (!same(digits(code.id), typed.replace(/\s/g, ''))) throw new Refusal(says.codeWrong, 'code')
  return code.id
}

const hashed = (browser: string) => sha256(browser).toString('hex')
