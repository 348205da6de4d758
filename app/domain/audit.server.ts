import { createHash } from 'node:crypto'
import { now } from '~/lib/clock.server'
import { db, type Tx } from '~/lib/db.server'
import { insertAll, jsonOf } from '~/lib/insert.server'
import type { Actor } from './policy'

/** Every event has a name and says which details it carries: ids, states, counts and salted digests only. */
export interface AuditDetails {
  [detail: string]: string | number | boolean | null | readonly string[] | readonly number[]
}

/**
 * Appends to the institution's chain, in the transaction of the change (rule 10). Call it last: taking the
 * next number puts all writers of the institution in one line until the transaction ends.
 */
export function record(tx: Tx, actor: Actor, action: string, subjectId: string, details: AuditDetails = {}) {
  return recordAll(tx, actor, [{ action, subjectId, details }])
}

interface Entry {
  action: string
  subjectId: string
  details: AuditDetails
}

/** The events of a change that is made to many, in their order. Call it last, and once. */
export async function recordAll(tx: Tx, actor: Actor, entries: readonly Entry[]) {
  if (entries.length === 0) return
  const { institutionId } = actor
  const { auditSeq, auditHash } = await tx.institution.update({
    where: { id: institutionId },
    data: { auditSeq: { increment: entries.length } },
    select: { auditSeq: true, auditHash: true },
  })
  const at = now()
  let hash = auditHash
  const events = entries.map(({ details, ...entry }, position) => {
    const event = {
      institutionId,
      seq: auditSeq - entries.length + 1 + position,
      at,
      actorId: actor.kind === 'system' ? null : actor.id,
      ...entry,
      details: { ...details },
      previousHash: hash,
    }
    hash = eventHash(event)
    return { ...event, hash }
  })
  await insertAll(tx, 'AuditEvent', events.map(event => ({ ...event, details: jsonOf(event.details) })))
  await tx.institution.update({ where: { id: institutionId }, data: { auditHash: hash } })
}

interface HashedEvent {
  institutionId: string
  seq: number
  at: Date
  actorId: string | null
  action: string
  subjectId: string
  details: unknown
  previousHash: string
}

/** SHA-256 over the event's members in this order; the keys of details are sorted, as PostgreSQL reorders them. */
export function eventHash(event: HashedEvent) {
  const members = [
    event.institutionId, event.seq, event.at.toISOString(), event.actorId, event.action, event.subjectId,
    sorted(event.details), event.previousHash,
  ]
  return createHash('sha256').update(JSON.stringify(members)).digest('hex')
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export interface ChainCheck {
  isIntact: boolean
  events: number
  /** The first event that does not fit, and why. */
  fault?: { seq: number; reason: 'missing' | 'changed' | 'unlinked' | 'cut' | 'head' }
}

/** Walks the whole chain in pages and compares it with its head and with every signed head. */
export async function checkChain(institutionId: string): Promise<ChainCheck> {
  let previousHash = ''
  let seq = 0
  const heads = new Map((await db.auditHead.findMany({ where: { institutionId } })).map(head => [head.seq, head.hash]))
  for (;;) {
    const page = await db.auditEvent.findMany({
      where: { institutionId, seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: 1000,
    })
    for (const event of page) {
      const reason = fault(event, seq, previousHash, heads)
      if (reason) return { isIntact: false, events: seq, fault: { seq: seq + 1, reason } }
      seq = event.seq
      previousHash = event.hash
    }
    if (page.length < 1000) break
  }
  const { auditSeq, auditHash } = await db.institution.findUniqueOrThrow({ where: { id: institutionId } })
  const isCut = seq !== auditSeq || previousHash !== auditHash || [...heads.keys()].some(signed => signed > seq)
  return isCut ? { isIntact: false, events: seq, fault: { seq: seq + 1, reason: 'cut' } } : { isIntact: true, events: seq }
}

function fault(
  event: HashedEvent & { hash: string }, seq: number, previousHash: string, heads: Map<number, string>,
): NonNullable<ChainCheck['fault']>['reason'] | null {
  if (event.seq !== seq + 1) return 'missing'
  if (event.previousHash !== previousHash) return 'unlinked'
  if (eventHash(event) !== event.hash) return 'changed'
  const signed = heads.get(event.seq)
  return signed !== undefined && signed !== event.hash ? 'head' : null
}
