import type { Tx } from '~/lib/db.server'
import { enumOf, insertAll, jsonOf } from '~/lib/insert.server'
import { recordAll } from './audit.server'
import { issuedNotices, offerNotices } from './award-notices.server'
import type { Awarding } from './awarding.server'
import { keepCredentials } from './credential-keeping.server'
import type { Prepared, PreparedCredential, PreparedOffer } from './awarding-preparing.server'
import { assertStanding } from './grounds-standing.server'
import { notifyAll } from './notification.server'

/** @throws Stale when what the credentials rest on has changed since it was read */
export async function keepAwarded(
  tx: Tx, { actor, isQuiet, predecessorId, lettersFrom }: Awarding, { offers, signed }: Prepared, settle: () => Promise<void>,
): Promise<void> {
  // In force is the award that follows it; its credential stays good until its day.
  if (predecessorId && offers.length + signed.length > 0) await tx.award.updateMany({ where: { id: predecessorId }, data: { inForce: null } })
  await keepAwards(tx, offers, signed)
  await keepCredentials(tx, signed)
  await notifyAll(tx, notices(offers, isQuiet ? [] : signed).map(letter => ({ ...(lettersFrom && { runAt: lettersFrom }), ...letter })))
  await settle()
  await recordAll(tx, actor, [...offers.map(offered), ...signed.map(each => issued(each, isQuiet))])
  const keyId = signed[0]?.credential.keyId
  if (keyId) await assertStanding(tx, signed.map(({ footing }) => footing), keyId)
}

async function keepAwards(tx: Tx, offers: PreparedOffer[], signed: PreparedCredential[]) {
  await insertAll(tx, 'Award', offers.map(({ award }) => ({ ...award, status: enumOf('AwardStatus', award.status) })))
  await insertAll(tx, 'Award', signed.map(({ award, choices }) => (
    { ...award, status: enumOf('AwardStatus', 'accepted'), answeredAt: award.offeredAt, choices: jsonOf(choices) }
  )))
}

function notices(offers: PreparedOffer[], told: PreparedCredential[]) {
  return [
    ...offers.flatMap(({ award, addresses }) => offerNotices({ ...award, student: { addresses } })),
    ...told.flatMap(({ addresses, credential }) => issuedNotices({ addresses }, credential.id)),
  ]
}

function offered({ award: { id, programmeId, studentId, round } }: PreparedOffer) {
  return { action: 'award.offered', subjectId: id, details: { programme: programmeId, student: studentId, round } }
}

/** One event: nobody was asked in between. */
function issued({ award, credential: { id, digest, keyId } }: PreparedCredential, isQuiet: boolean) {
  const { programmeId: programme, studentId: student, round } = award
  const details = { programme, student, round, credential: id, digest, key: keyId }
  return { action: isQuiet ? 'award.recorded' : 'award.acceptedAtOnce', subjectId: award.id, details }
}
