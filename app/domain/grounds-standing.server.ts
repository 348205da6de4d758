import { now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { metParts, type Grounds } from './grounds.server'
import { isStillActive } from './signing-key.server'

/** Thrown, not returned: it must undo what the transaction did so far. */
export class Stale extends Error {}

/**
 * What was read before signing is still so: all that these awards rest on, and the key in use. Ask after `record`,
 * where all who write stand in one line: whoever took something back is seen here, or waits.
 *
 * @throws Stale
 */
export async function assertStanding(tx: Tx, all: readonly Grounds[], keyId: string): Promise<void> {
  const stands = (await workStands(tx, all)) && (await credentialsStand(tx, all)) && (await waiversStand(tx, all))
  if (!stands || !(await isStillActive(tx, keyId))) throw new Stale()
}

/** Ids in one question. */
const AT_ONCE = 500

async function workStands(tx: Tx, all: readonly Grounds[]): Promise<boolean> {
  const counted = all.flatMap(({ activities }) => activities.map(ground => ground.counted))
  const revisionIds = counted.map(({ revisionId }) => revisionId)
  const endorsementIds = counted.flatMap(({ endorsements }) => endorsements.map(({ id }) => id))
  const approved = (ids: string[]) => tx.activity.count({ where: { approvedRevisionId: { in: ids } } })
  const standing = (ids: string[]) => tx.endorsement.count({ where: { id: { in: ids }, withdrawnAt: null } })
  return (await areAll(revisionIds, approved)) && (await areAll(endorsementIds, standing))
}

/** Those that it stacks on. */
async function credentialsStand(tx: Tx, all: readonly Grounds[]): Promise<boolean> {
  const because = all.flatMap(({ progress }) => metParts(progress).flatMap(part => part.because))
  const ids = new Set(because.flatMap(each => (each.kind === 'credential' ? each.credentialId : [])))
  const notOver = [{ validUntil: null }, { validUntil: { gt: now() } }]
  return areAll([...ids], some => tx.credential.count({ where: { id: { in: some }, status: 'valid', OR: notOver } }))
}

/** Parts that were set aside, for each student by themselves. */
async function waiversStand(tx: Tx, all: readonly Grounds[]): Promise<boolean> {
  const needed = all.flatMap(({ award: { studentId }, progress }) => {
    const keys = metParts(progress).flatMap(({ requirement: of }) => (of.kind === 'waiver' ? of.key : []))
    return keys.map(key => ({ studentId, key }))
  })
  if (needed.length === 0) return true
  const waivers = await tx.waiver.findMany({
    where: { studentId: { in: needed.map(({ studentId }) => studentId) }, withdrawnAt: null },
    select: { studentId: true, key: true },
  })
  return needed.every(part => waivers.some(({ studentId, key }) => studentId === part.studentId && key === part.key))
}

async function areAll(ids: readonly string[], count: (some: string[]) => Promise<number>): Promise<boolean> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    if ((await count(some)) !== some.length) return false
  }
  return true
}
