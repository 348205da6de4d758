import { now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { metParts, type Grounds } from './grounds.server'
import { isStillActive } from './signing-key.server'

/** Thrown, not returned: it must undo what the transaction did so far. */
export class Stale extends Error {}

/** What must still be there when an award is kept. */
export interface Footing {
  studentId: string
  revisionIds: string[]
  endorsementIds: string[]
  /** Those that it stacks on. */
  credentialIds: string[]
  /** Of parts that were set aside for this student. */
  waiverKeys: string[]
}

export function footingOf({ award: { studentId }, activities, progress }: Grounds): Footing {
  const met = metParts(progress)
  const because = met.flatMap(part => part.because)
  return {
    studentId,
    revisionIds: activities.map(({ counted }) => counted.revisionId),
    endorsementIds: activities.flatMap(({ counted }) => counted.endorsements.map(({ id }) => id)),
    credentialIds: because.flatMap(each => (each.kind === 'credential' ? each.credentialId : [])),
    waiverKeys: met.flatMap(({ requirement: of }) => (of.kind === 'waiver' ? of.key : [])),
  }
}

/**
 * What was read before signing is still so: all that these awards rest on, and the key in use. Ask after `record`,
 * where all who write stand in one line: whoever took something back is seen here, or waits.
 *
 * @throws Stale
 */
export async function assertStanding(tx: Tx, all: readonly Footing[], keyId: string): Promise<void> {
  const stands = (await workStands(tx, all)) && (await credentialsStand(tx, all)) && (await waiversStand(tx, all))
  if (!stands || !(await areThere(tx, all)) || !(await isStillActive(tx, keyId))) throw new Stale()
}

/** Ids in one question. */
const AT_ONCE = 500

async function workStands(tx: Tx, all: readonly Footing[]): Promise<boolean> {
  const approved = (ids: string[]) => tx.activity.count({ where: { approvedRevisionId: { in: ids } } })
  const standing = (ids: string[]) => tx.endorsement.count({ where: { id: { in: ids }, withdrawnAt: null } })
  const revisionIds = all.flatMap(each => each.revisionIds)
  const endorsementIds = all.flatMap(each => each.endorsementIds)
  return (await areAll(revisionIds, approved)) && (await areAll(endorsementIds, standing))
}

async function credentialsStand(tx: Tx, all: readonly Footing[]): Promise<boolean> {
  const ids = new Set(all.flatMap(({ credentialIds }) => credentialIds))
  const notOver = [{ validUntil: null }, { validUntil: { gt: now() } }]
  return areAll([...ids], some => tx.credential.count({ where: { id: { in: some }, status: 'valid', OR: notOver } }))
}

async function waiversStand(tx: Tx, all: readonly Footing[]): Promise<boolean> {
  const needed = all.flatMap(({ studentId, waiverKeys }) => waiverKeys.map(key => ({ studentId, key })))
  if (needed.length === 0) return true
  const waivers = await tx.waiver.findMany({
    where: { studentId: { in: needed.map(({ studentId }) => studentId) }, withdrawnAt: null },
    select: { studentId: true, key: true },
  })
  return needed.every(part => waivers.some(({ studentId, key }) => studentId === part.studentId && key === part.key))
}

/** Nothing is kept of somebody who was erased under the pen (rule 14). */
function areThere(tx: Tx, all: readonly Footing[]): Promise<boolean> {
  const ids = new Set(all.map(({ studentId }) => studentId))
  return areAll([...ids], some => tx.person.count({ where: { id: { in: some }, erasedAt: null } }))
}

async function areAll(ids: readonly string[], count: (some: string[]) => Promise<number>): Promise<boolean> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    if ((await count(some)) !== some.length) return false
  }
  return true
}
