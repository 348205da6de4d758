import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { record } from './audit.server'
import { withdrawPapers } from './paper-run-clearing.server'
import { isHolder, type Actor } from './policy'

/** Switches the public page on; a document with its address that leaves the house does so too (rule 12). */
export function shareCredential(actor: Actor, id: string): Promise<void> {
  return change(actor, id, true)
}

/** Switches it off: the address then answers like one that never was. */
export function unshareCredential(actor: Actor, id: string): Promise<void> {
  return change(actor, id, false)
}

async function change(actor: Actor, id: string, isShared: boolean) {
  allowed(isHolder(actor, found(await db.credential.findUnique({ where: { id } }))))
  await transaction(async tx => {
    const { count } = await tx.credential.updateMany({
      where: { id, sharedAt: isShared ? null : { not: null } }, data: { sharedAt: isShared ? now() : null },
    })
    if (!isShared) await withdrawPapers(tx, { credentialId: id }, 'hidden')
    if (count === 1) await record(tx, actor, isShared ? 'credential.shared' : 'credential.unshared', id)
  })
}
