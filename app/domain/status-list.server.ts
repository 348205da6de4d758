import { randomInt } from 'node:crypto'
import { DAY, HOUR, later, now } from '~/lib/clock.server'
import { db, transaction, type StatusListModel, type Tx } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { insertAll } from '~/lib/insert.server'
import { NotNow } from '~/lib/refusal'
import { MIN_ENTRIES, newBitstring, setBit } from '~/standards/bitstring'
import { issueChecked } from '~/standards/issue'
import type { StatusPlace } from '~/standards/status-entry'
import { statusListCredential } from '~/standards/status-list'
import { record } from './audit.server'
import { signingIssuer } from './issuer.server'

/** A fuller list would make a free place hard to find at random, and soon tell how many there are. */
const FULL = MIN_ENTRIES / 4
const VALID_DAYS = 30
const RENEW_BEFORE_DAYS = 7

export interface Place {
  listId: string
  index: number
}

/** Places that were free a moment ago, each random (rule 8). They are taken by `takePlaces`, which only one can do. */
export async function findPlaces(institutionId: string, count: number): Promise<Place[]> {
  const listId = (await findOpenList(institutionId)) ?? (await openList(institutionId))
  const free = new Set<number>()
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => randomInt(MIN_ENTRIES))
    const taken = await db.statusEntry.findMany({ where: { listId, index: { in: drawn } }, select: { index: true } })
    for (const index of drawn) if (!taken.some(entry => entry.index === index)) free.add(index)
  }
  return [...free].map(index => ({ listId, index }))
}

/** Throws what `isTaken` tells when somebody was first: then find other places and sign anew. */
export function takePlaces(tx: Tx, places: readonly Place[]) {
  return insertAll(tx, 'StatusEntry', places.map(({ listId, index }) => ({ listId, index })))
}

/** Sets the bit, in the transaction of the revocation; the list is signed anew before it is served again. */
export async function revokePlace(tx: Tx, { listId, index }: Place) {
  await tx.statusEntry.update({ where: { listId_index: { listId, index } }, data: { isRevoked: true } })
  await tx.statusList.update({ where: { id: listId }, data: { version: { increment: 1 }, document: null } })
}

export function placeIn(origin: string, { listId, index }: Place): StatusPlace {
  return { list: listUrl(origin, listId), index }
}

/** The signed list as served; made from the entries whenever one has changed or its time runs out. */
export async function findStatusList(id: string): Promise<string | null> {
  const list = await db.statusList.findUnique({ where: { id } })
  return list && (freshIn(list) ?? (await orStillGood(list, renew(list))))
}

const MOST_NAMED = 20

/** The signed lists that a document of ours names, and all that stands in it; its own is the last it names. */
export async function listsNamedIn(document: string): Promise<string[]> {
  const named = [...document.matchAll(/"statusListCredential":"[^"]*\/([\w-]+)"/g)].map(([, id = '']) => id)
  const lists = await Promise.all([...new Set(named.reverse())].slice(0, MOST_NAMED).map(findStatusList))
  return lists.filter(list => list !== null)
}

/** The same for whoever only reads: a process that may not write, or a check in passing. */
export async function readStatusList(id: string): Promise<string | null> {
  const list = await db.statusList.findUnique({ where: { id } })
  return list && (freshIn(list) ?? (await orStillGood(list, signList(list).then(({ document }) => document))))
}

function freshIn({ document, validUntil }: StatusListModel): string | null {
  const isFresh = validUntil !== null && later(now(), RENEW_BEFORE_DAYS * DAY) < validUntil
  return isFresh ? document : null
}

/** While nobody signs, one that only nears its end is served on. */
async function orStillGood({ document, validUntil }: StatusListModel, signing: Promise<string>): Promise<string> {
  try {
    return await signing
  } catch (error) {
    if (error instanceof NotNow && document !== null && validUntil !== null && now() < validUntil) return document
    throw error
  }
}

async function renew(list: StatusListModel): Promise<string> {
  const { document, validUntil } = await signList(list)
  const { count } = await db.statusList.updateMany({
    where: { id: list.id, version: list.version }, data: { document, validUntil },
  })
  // A bit changed while this was signed: what was just made must neither be kept nor served.
  return count === 1 ? document : renew(await db.statusList.findUniqueOrThrow({ where: { id: list.id } }))
}

async function signList(list: StatusListModel) {
  const { origin, facts, signer } = await signingIssuer(list.institutionId)
  const revoked = await db.statusEntry.findMany({
    where: { listId: list.id, isRevoked: true }, select: { index: true },
  })
  const bits = newBitstring(list.length)
  for (const { index } of revoked) setBit(bits, index)
  const at = now()
  const validUntil = later(at, VALID_DAYS * DAY)
  // Clocks differ, and the verification that asks for a new list has begun before it is made.
  const validFrom = later(at, -HOUR)
  const id = listUrl(origin, list.id)
  const unsigned = statusListCredential({ id, issuerId: facts.id, bits, validFrom, validUntil })
  const { text: document } = await issueChecked(unsigned, signer, at)
  return { document, validUntil }
}

/** Lists that were seen full stay so, and are not counted again. */
const full = new Set<string>()

async function findOpenList(institutionId: string): Promise<string | null> {
  const lists = await db.statusList.findMany({
    where: { institutionId, purpose: 'revocation', id: { notIn: [...full] } },
    select: { id: true, _count: { select: { entries: true } } },
  })
  for (const { id, _count } of lists) if (_count.entries >= FULL) full.add(id)
  return lists.find(({ id }) => !full.has(id))?.id ?? null
}

async function openList(institutionId: string): Promise<string> {
  const id = newPublicId()
  await transaction(async tx => {
    await tx.statusList.create({ data: { id, institutionId, length: MIN_ENTRIES } })
    await record(tx, { kind: 'system', institutionId }, 'status-list.opened', id)
  })
  return id
}

function listUrl(origin: string, id: string) {
  return `${origin}/status/${id}`
}
