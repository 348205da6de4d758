import type { AuditEventModel } from '~/lib/db.server'

/** An institution's chain and what its row says of the end. */
export interface Chain {
  events: readonly AuditEventModel[]
  auditSeq: number
  auditHash: string
}

export type Mutation = (chain: Chain, hashOf: (event: AuditEventModel) => string) => Chain

/** Everything somebody with the database in their hands could try. */
export const mutations: readonly (readonly [string, Mutation])[] = [
  ['a flipped member', flip],
  ['a deleted event', chain => ({ ...chain, events: without(chain.events, any(chain.events)) })],
  ['two events in each other’s place', reorder],
  ['an end cut off', chain => ({ ...chain, events: chain.events.slice(0, 1 + random(chain.events.length - 1)) })],
  ['an end cut off and hidden', cutAndHide],
  ['a past written anew with fitting hashes', rewrite],
]

/** Applies a mutation to the rows, and answers how to take it back. */
export async function tamperings(institutionId: string) {
  const { db } = await import('~/lib/db.server')
  const { eventHash } = await import('~/domain/audit.server')
  const events = await db.auditEvent.findMany({ where: { institutionId }, orderBy: { seq: 'asc' } })
  const { auditSeq, auditHash } = await db.institution.findUniqueOrThrow({ where: { id: institutionId } })
  const original: Chain = { events, auditSeq, auditHash }

  async function become(from: Chain, to: Chain) {
    const gone = from.events.filter(event => !to.events.includes(event))
    const came = to.events.filter(event => !from.events.includes(event))
    await db.auditEvent.deleteMany({ where: { institutionId, seq: { in: gone.map(({ seq }) => seq) } } })
    await db.auditEvent.createMany({ data: came.map(event => ({ ...event, details: event.details ?? {} })) })
    await db.institution.update({ where: { id: institutionId }, data: { auditSeq: to.auditSeq, auditHash: to.auditHash } })
  }

  return {
    async tamper(mutate: Mutation): Promise<() => Promise<void>> {
      const mutated = mutate(original, eventHash)
      await become(original, mutated)
      return () => become(mutated, original)
    },
  }
}

function flip(chain: Chain): Chain {
  const event = any(chain.events)
  const hex = (hash: string) => `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`
  const changes: Partial<AuditEventModel>[] = [
    { at: new Date(event.at.getTime() + 1) },
    { actorId: event.actorId ? null : event.subjectId },
    { action: `${event.action}.` },
    { subjectId: hex(event.subjectId) },
    { details: { ...Object(event.details), more: 1 } },
    { previousHash: hex(event.previousHash) },
    { hash: hex(event.hash) },
  ]
  return { ...chain, events: replaced(chain.events, [{ ...event, ...any(changes) }]) }
}

function reorder(chain: Chain): Chain {
  const one = any(chain.events)
  const other = any(chain.events.filter(event => event !== one))
  return { ...chain, events: replaced(chain.events, [{ ...one, seq: other.seq }, { ...other, seq: one.seq }]) }
}

function cutAndHide(chain: Chain): Chain {
  const events = chain.events.slice(0, 1 + random(chain.events.length - 1))
  const last = events.at(-1)
  return { events, auditSeq: last?.seq ?? 0, auditHash: last?.hash ?? '' }
}

function rewrite(chain: Chain, hashOf: (event: AuditEventModel) => string): Chain {
  const { seq: from } = any(chain.events)
  let previousHash = ''
  const events = chain.events.map(event => {
    if (event.seq < from) {
      previousHash = event.hash
      return event
    }
    const action = event.seq === from ? `${event.action}.` : event.action
    const forged = { ...event, action, previousHash }
    previousHash = hashOf(forged)
    return { ...forged, hash: previousHash }
  })
  return { ...chain, events, auditHash: previousHash }
}

const random = (below: number) => Math.floor(Math.random() * below)

function any<T>(of: readonly T[]): T {
  const one = of[random(of.length)]
  if (one === undefined) throw new Error('there is nothing to choose from')
  return one
}

function without<T>(list: readonly T[], one: T) {
  return list.filter(each => each !== one)
}

function replaced(events: readonly AuditEventModel[], by: AuditEventModel[]) {
  return events.map(event => by.find(({ seq }) => seq === event.seq) ?? event)
}
