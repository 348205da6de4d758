import { now } from '~/lib/clock.server'
import { db, transaction, type CredentialModel, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { openCorrections } from './correction-opening.server'
import { credentialPath } from './credential-document.server'
import type { RevocationReason } from './credential'
import { notify } from './notification.server'
import { withdrawPapers } from './paper-run-clearing.server'
import { mayAward, mayAwardTo, type Actor } from './policy'
import { revokePlace } from './status-list.server'

/**
 * For ever, and for every form the credential has. The award makes room for another, and what rests on the
 * credential becomes a case for the registrar.
 */
export async function revokeCredential(actor: Actor, id: string, reason: RevocationReason): Promise<void> {
  allowed(mayAward(actor))
  const credential = found(
    await db.credential.findFirst({
      where: { id, institutionId: actor.institutionId },
      include: { student: { include: { addresses: { where: { isPrimary: true } } } } },
    }),
  )
  if (!mayAwardTo(actor, credential.student)) {
    throw new Refusal('Nobody revokes their own credential. A colleague can.')
  }
  await transaction(async tx => {
    await revokeIn(tx, actor, credential, reason)
    await makeRoom(tx, actor, credential)
    const [address] = credential.student.addresses
    if (!address) return
    await notify(tx, {
      template: 'credential-revoked', to: address.address, params: { credentialId: id }, subjectId: id,
      dedupeKey: `revoked:${id}`,
    })
  })
}

type Revoked = Pick<CredentialModel, 'id' | 'listId' | 'listIndex'>

/** Its bit and its state change together. */
export async function revokeIn(
  tx: Tx, actor: Actor, { id, listId, listIndex: index }: Revoked, reason: RevocationReason,
): Promise<void> {
  const { count } = await tx.credential.updateMany({
    where: { id, status: 'valid' }, data: { status: 'revoked', revokedAt: now(), revocationReason: reason },
  })
  if (count === 0) throw new Refusal('This credential is revoked already.')
  await revokePlace(tx, { listId, index })
  await tx.correction.updateMany({
    where: { openOf: id }, data: {
      status: 'revoked', openOf: null, decidedAt: now(), decidedById: actor.kind === 'person' ? actor.id : null,
    },
  })
  await withdrawPapers(tx, { credentialId: id }, 'revoked')
  await record(tx, actor, 'credential.revoked', id, { reason, list: listId, index })
}

type Ended = Pick<CredentialModel, 'id' | 'awardId' | 'institutionId' | 'studentId'>

/** Nothing takes the place of what was revoked: another may be awarded, and what rests on it is looked at. */
export async function makeRoom(tx: Tx, actor: Actor, { id, awardId, institutionId, studentId }: Ended) {
  await tx.award.update({ where: { id: awardId }, data: { inForce: null } })
  await openCorrections(tx, actor, {
    institutionId, studentId, cause: 'credentialRevoked', causeId: id, trace: credentialPath(id),
  })
}
