import { now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newId } from '~/lib/id.server'
import { allowed, Refusal } from '~/lib/refusal'
import type { IssuerKey } from '~/standards/did'
import { agentTrouble, countUnused } from './agent-keys.server'
import { record } from './audit.server'
import type { KeyMeans, Sign } from './key-keeper'
import { keeperOfNext, signWith } from './key-keeper.server'
import { mayKeepKeys, type Actor } from './policy'
import type { KeyKind, KeptKey, KeysOutside } from './signing-key'

interface ActiveKey {
  id: string
  publicKeyMultibase: string
  sign: Sign
  /** The same for another thread. */
  means: KeyMeans
}

/** The one key of its kind that signs for the institution now; made when first needed. */
export async function activeKey(institutionId: string, kind: KeyKind = 'Ed25519'): Promise<ActiveKey> {
  const { id, publicKeyMultibase, encryptedPrivate } = await findActive(institutionId, kind)
  const means = { id, kind, publicKeyMultibase, encryptedPrivate }
  return { id, publicKeyMultibase, sign: signWith(means), means }
}

/** Whether what was signed a moment ago may still be kept. Ask in the transaction that keeps it, after `record`. */
export async function isStillActive(tx: Tx, keyId: string): Promise<boolean> {
  return (await tx.signingKey.count({ where: { id: keyId, status: 'active' } })) === 1
}

const CHANGED = 'Somebody else has just changed the key. Look at the list before you do it again.'

export type Rotation = { why: 'routine' } | { why: 'lost' } | { why: 'compromised'; since: Date }

/**
 * The next key signs from now on. The old private part, where we kept it, is destroyed, its public part stays published, so what
 * it signed verifies for ever; save, after a compromise, what was signed since (rule 9). With the id of the key
 * somebody looked at, no other one is changed (rule 6).
 */
export async function rotateKey(
  actor: Actor, rotation: Rotation, kind: KeyKind = 'Ed25519', shown?: string,
): Promise<ActiveKey> {
  allowed(mayKeepKeys(actor))
  const { institutionId } = actor
  if (rotation.why === 'compromised') refuseFuture(rotation.since)
  // Its private part is not opened: it may be what was lost.
  const old = await findActive(institutionId, kind)
  if (shown && old.id !== shown) throw new Refusal(CHANGED)
  const next = await newKey(await findInstitution(institutionId), kind)
  await transaction(async tx => {
    const { count } = await tx.signingKey.updateMany({
      where: { id: old.id, status: 'active' },
      data: {
        status: rotation.why === 'routine' ? 'retired' : rotation.why,
        activeOf: null,
        encryptedPrivate: null,
        retiredAt: now(),
        compromisedSince: rotation.why === 'compromised' ? rotation.since : null,
      },
    })
    if (count === 0) throw new Refusal(CHANGED)
    await tx.signingKey.create({ data: next })
    await resignLists(tx, institutionId)
    await record(tx, actor, 'key.rotated', next.id, { previous: old.id, why: rotation.why })
  })
  return activeKey(institutionId, kind)
}

/** An old key turns out to have been in other hands: what it signed since no longer verifies. */
export async function reportCompromise(actor: Actor, keyId: string, since: Date): Promise<void> {
  allowed(mayKeepKeys(actor))
  refuseFuture(since)
  await transaction(async tx => {
    const { count } = await tx.signingKey.updateMany({
      where: { id: keyId, institutionId: actor.institutionId, status: { not: 'active' } },
      data: { status: 'compromised', compromisedSince: since },
    })
    if (count === 0) throw new Refusal('This key signs now. Rotate it, and say since when it is compromised.')
    await resignLists(tx, actor.institutionId)
    await record(tx, actor, 'key.compromised', keyId, { since: since.toISOString() })
  })
}

export async function listKeys(institutionId: string): Promise<KeptKey[]> {
  const rows = await db.signingKey.findMany({
    where: { institutionId }, orderBy: { createdAt: 'asc' }, omit: { institutionId: true, activeOf: true },
  })
  return rows.map(({ encryptedPrivate, ...key }) => (
    { ...key, isOutside: key.status === 'active' && encryptedPrivate === null }
  ))
}

/** What keeps those that sign now from signing, in a sentence for whoever runs the server; null: nothing does. */
export async function findKeyTrouble(): Promise<string | null> {
  return agentTrouble(await db.signingKey.findMany({ where: { status: 'active', encryptedPrivate: null } }))
}

/** What an administrator should know of keys outside: what keeps one from signing, and how many could follow. */
export async function findKeysOutside(slug: string): Promise<KeysOutside> {
  const trouble = await findKeyTrouble()
  if (trouble !== null || settings().signingAgent === null) return { trouble, next: null }
  try {
    return { trouble, next: await countUnused({ slug, used: await everUsed() }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { trouble: error.message, next: null }
  }
}

async function everUsed(): Promise<string[]> {
  const keys = await db.signingKey.findMany({ select: { publicKeyMultibase: true } })
  return keys.map(({ publicKeyMultibase }) => publicKeyMultibase)
}

/** Every key there ever was (rule 9). */
export async function publishedKeys(institutionId: string): Promise<IssuerKey[]> {
  const keys = await listKeys(institutionId)
  return keys.map(({ publicKeyMultibase, compromisedSince }) => ({
    publicKeyMultibase, ...(compromisedSince && { compromisedSince }),
  }))
}

function refuseFuture(since: Date) {
  if (since > now()) throw new Refusal('A key cannot be compromised in the future.', 'since')
}

/** Served lists carry the key that signed them: one in other hands must not speak for what is revoked. */
function resignLists(tx: Tx, institutionId: string) {
  return tx.statusList.updateMany({
    where: { institutionId }, data: { document: null, version: { increment: 1 } },
  })
}

const activeFor = (activeOf: string, kind: KeyKind) => ({ activeOf_kind: { activeOf, kind } })

async function findActive(institutionId: string, kind: KeyKind) {
  const active = await db.signingKey.findUnique({ where: activeFor(institutionId, kind) })
  return active ?? makeFirst(institutionId, kind)
}

async function makeFirst(institutionId: string, kind: KeyKind) {
  const first = await newKey(await findInstitution(institutionId), kind)
  try {
    await transaction(tx => keepFirst(tx, first))
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return db.signingKey.findUniqueOrThrow({ where: activeFor(institutionId, kind) })
}

/** Of an institution that has none. */
export async function keepFirst(tx: Tx, first: NewKey) {
  await tx.signingKey.create({ data: first })
  const { institutionId, id, kind } = first
  await record(tx, { kind: 'system', institutionId }, 'key.made', id, { kind })
}

function findInstitution(id: string) {
  return db.institution.findUniqueOrThrow({ where: { id }, select: { id: true, slug: true } })
}

type NewKey = Awaited<ReturnType<typeof newKey>>

/** From whoever is to keep the next; nothing of it is in the database yet. */
export async function newKey({ id: institutionId, slug }: { id: string; slug: string }, kind: KeyKind) {
  const id = newId()
  return {
    id,
    institutionId,
    kind,
    ...(await keeperOfNext().provide({ id, kind, slug, used: await everUsed() })),
    status: 'active' as const,
    activeOf: institutionId,
    createdAt: now(),
  }
}
