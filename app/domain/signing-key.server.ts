import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, Refusal } from '~/lib/refusal'
import { open, seal } from '~/lib/vault.server'
import { publicKeyMultibase } from '~/standards/multikey'
import type { IssuerKey } from '~/standards/did'
import { record } from './audit.server'
import { mayKeepKeys, type Actor } from './policy'
import type { KeyKind, KeptKey } from './signing-key'

interface ActiveKey {
  id: string
  publicKeyMultibase: string
  privateKey: KeyObject
}

/** The one key of its kind that signs for the institution now; made when first needed. */
export async function activeKey(institutionId: string, kind: KeyKind = 'Ed25519'): Promise<ActiveKey> {
  const row = await findActive(institutionId, kind)
  if (!row.encryptedPrivate) throw new Error(`The active key ${row.id} has no private part.`)
  const der = open('signing-key', row.id, row.encryptedPrivate)
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { id: row.id, publicKeyMultibase: row.publicKeyMultibase, privateKey }
}

/** Whether what was signed a moment ago may still be kept. Ask in the transaction that keeps it, after `record`. */
export async function isStillActive(tx: Tx, keyId: string): Promise<boolean> {
  return (await tx.signingKey.count({ where: { id: keyId, status: 'active' } })) === 1
}

const CHANGED = 'Somebody else has just changed the key. Look at the list before you do it again.'

export type Rotation = { why: 'routine' } | { why: 'lost' } | { why: 'compromised'; since: Date }

/**
 * The next key signs from now on. The old private part is destroyed, its public part stays published, so what
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
  const next = newKey(institutionId, kind)
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

export function listKeys(institutionId: string): Promise<KeptKey[]> {
  return db.signingKey.findMany({
    where: { institutionId },
    orderBy: { createdAt: 'asc' },
    omit: { institutionId: true, encryptedPrivate: true, activeOf: true },
  })
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
  const first = newKey(institutionId, kind)
  try {
    await transaction(async tx => {
      await tx.signingKey.create({ data: first })
      await record(tx, { kind: 'system', institutionId }, 'key.made', first.id, { kind })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return db.signingKey.findUniqueOrThrow({ where: activeFor(institutionId, kind) })
}

function newKey(institutionId: string, kind: KeyKind) {
  const id = newId()
  const { privateKey } =
    kind === 'P256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
  return {
    id,
    institutionId,
    kind,
    publicKeyMultibase: publicKeyMultibase(privateKey),
    encryptedPrivate: seal('signing-key', id, privateKey.export({ format: 'der', type: 'pkcs8' })),
    status: 'active' as const,
    activeOf: institutionId,
    createdAt: now(),
  }
}
