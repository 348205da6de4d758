import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import type { RevocationReason } from './credential'
import { notify } from './notification.server'
import { mayAward, mayAwardTo, type Actor } from './policy'
import { revokePlace } from './status-list.server'

/**
 * For ever, and for every form the credential has. Its bit and its state change together, and the award makes
 * room for another.
 */
export async function revokeCredential(actor: Actor, id: string, reason: RevocationReason): Promise<void> {
  allowed(mayAward(actor))
  const credential = found(await db.credential.findFirst({
    where: { id, institutionId: actor.institutionId },
    include: { student: { include: { addresses: { where: { isPrimary: true } } } } },
  }))
  const { listId, listIndex: index } = credential
  if (!mayAwardTo(actor, credential.student)) {
    throw new Refusal('Nobody revokes their own credential. A colleague can.')
  }
  await transaction(async tx => {
    const { count } = await tx.credential.updateMany({
      where: { id, status: 'valid' }, data: { status: 'revoked', revokedAt: now(), revocationReason: reason },
    })
    if (count === 0) throw new Refusal('This credential is revoked already.')
    await revokePlace(tx, { listId, index })
    await tx.award.update({ where: { id: credential.awardId }, data: { inForce: null } })
    const [address] = credential.student.addresses
    if (address) {
      await notify(tx, {
        template: 'credential-revoked', to: address.address, params: { credentialId: id }, subjectId: id,
        dedupeKey: `revoked:${id}`,
      })
    }
    await record(tx, actor, 'credential.revoked', id, { reason, list: listId, index })
  })
}
