import { DAY, later, MINUTE, now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { digits, same, sha256 } from '~/lib/token.server'
import { record } from './audit.server'
import { normaliseAddress } from './people'
import { notify } from './notification.server'
import type { EndorserActor } from './policy'
import { closedReason, type AskedRequest } from './request.server'

const CODE_MINUTES = 30
const TRIES = 5
const VISIT_DAYS = 30

/**
 * Mails six digits for one request, bound to the asking browser (rule 5). Asking is the first POST: it starts.
 * Whoever asks twice within a minute has asked once (rule 6).
 */
export async function sendCode(request: AskedRequest, browser: string) {
  refuseClosed(request)
  const id = newId()
  const at = now()
  await transaction(async tx => {
    // The request's row first: of two clicks at once the later finds the code of the earlier.
    await tx.endorsementRequest.updateMany({ where: { id: request.id }, data: { revisionId: request.revisionId } })
    const another = { ...openCode(request, browser), createdAt: { gt: later(at, -MINUTE) }, tries: { lt: TRIES } }
    if (await tx.confirmationCode.findFirst({ where: another })) return
    await tx.confirmationCode.create({
      data: { id, subjectId: request.id, browserHash: hashed(browser), createdAt: at, expiresAt: later(at, CODE_MINUTES * MINUTE) },
    })
    await tx.endorsementRequest.updateMany({
      where: { id: request.id, status: { in: ['queued', 'sent', 'undeliverable'] } },
      data: { status: 'started', startedAt: at, statusAt: at },
    })
    await notify(tx, { template: 'endorsement-code', to: request.endorser.email, params: { codeId: id, requestId: request.id }, subjectId: id })
    await record(tx, endorserOf(request), 'request.code-sent', request.id)
  })
}

/** A code was mailed for this request and browser, and can still be typed. */
export async function hasCode(request: AskedRequest, browser: string): Promise<boolean> {
  return (await db.confirmationCode.count({ where: openCode(request, browser) })) > 0
}

/** The right digits, typed by hand in the browser that asked: 30 days and many visits. Answers the visit's key. */
export async function enterCode(request: AskedRequest, browser: string, typed: string, seen: { userAgent: string; ip: string }) {
  refuseClosed(request)
  const code = await db.confirmationCode.findFirst({
    where: openCode(request, browser),
    orderBy: { createdAt: 'desc' },
  })
  if (!code) throw new Refusal('This code has expired, or was asked for in another browser. Ask for a new one.', 'code')
  // Counting comes before comparing, so that many guesses at once are still only five.
  const { count } = await db.confirmationCode.updateMany({
    where: { id: code.id, tries: { lt: TRIES }, usedAt: null }, data: { tries: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('Too many wrong codes. Ask for a new one.', 'code')
  if (!same(digits(code.id), typed.replace(/\s/g, ''))) throw new Refusal('These are not the six digits we mailed. Look again.', 'code')
  return openVisit(request, code.id, seen)
}

/**
 * The endorser behind a visit's key, for one of the requests that wait for them; null when it is somebody else's
 * or the visit is over. The code was read in their mailbox, so it opens all that was sent there.
 */
export async function findVisitor(request: AskedRequest, key: string | null): Promise<EndorserActor | null> {
  if (!key) return null
  const where = { id: hashed(key), endorserId: request.endorserId, expiresAt: { gt: now() } }
  return (await db.endorserVisit.findFirst({ where })) && endorserOf(request)
}

/** The same, where the code was typed after that moment: to take back or say anew is worth another code (rule 5). */
export async function findProven(request: AskedRequest, key: string | null, since: Date) {
  const visitor = await findVisitor(request, key)
  const where = { id: hashed(key ?? ''), createdAt: { gt: since } }
  return visitor && (await db.endorserVisit.findFirst({ where })) ? visitor : null
}

export function endorserOf(request: { id: string; institutionId: string; endorserId: string; endorser: { email: string } }): EndorserActor {
  return {
    kind: 'endorser', id: request.endorserId, institutionId: request.institutionId, requestId: request.id,
    normalisedAddresses: [normaliseAddress(request.endorser.email)],
  }
}

function openCode({ id: subjectId }: AskedRequest, browser: string) {
  return { subjectId, browserHash: hashed(browser), usedAt: null, expiresAt: { gt: now() } }
}

async function openVisit(request: AskedRequest, codeId: string, seen: { userAgent: string; ip: string }) {
  const key = newPublicId()
  const at = now()
  await transaction(async tx => {
    const { count } = await tx.confirmationCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: at } })
    if (count === 0) throw new Refusal('This code was used already. Ask for a new one.', 'code')
    await tx.endorserVisit.create({
      data: { id: hashed(key), endorserId: request.endorserId, requestId: request.id, createdAt: at, expiresAt: later(at, VISIT_DAYS * DAY), ...seen },
    })
    await record(tx, endorserOf(request), 'request.code-entered', request.id)
  })
  return key
}

/** After an answer a code still opens what was said, and all that waits for the same mailbox. */
function refuseClosed(request: AskedRequest) {
  const reason = closedReason(request)
  if (reason && reason !== 'answered') throw new Refusal('This request is closed. Nothing more can be said through this link.')
}

function hashed(key: string) {
  return sha256(key).toString('hex')
}

