import type { Tx } from '~/lib/db.server'
import { enumOf, insertAll, jsonOf } from '~/lib/insert.server'
import { recordAll } from './audit.server'
import { issuedNotices, offerNotices } from './award-notices.server'
import type { Awarding } from './awarding.server'
import { keepCredentials } from './credential-keeping.server'
import { assertStanding } from './grounds-standing.server'
import type { GroundAward, Grounds } from './grounds.server'
import type { Signed } from './issue-together.server'
import { notifyAll } from './notification.server'

interface Awarded {
  awarding: Awarding
  offers: Grounds[]
  signed: Signed[]
  settle: () => Promise<void>
}

/** @throws Stale when what the credentials rest on has changed since it was read */
export async function keepAwarded(tx: Tx, { awarding, offers, signed, settle }: Awarded): Promise<void> {
  const { actor, isQuiet, predecessorId } = awarding
  // In force is the award that follows it; its credential stays good until its day.
  if (predecessorId && offers.length + signed.length > 0) await tx.award.updateMany({ where: { id: predecessorId }, data: { inForce: null } })
  await keepAwards(tx, offers, signed)
  await keepCredentials(tx, signed)
  await notifyAll(tx, notices(offers, isQuiet ? [] : signed))
  await settle()
  await recordAll(tx, actor, [...offers.map(offered), ...signed.map(each => issued(each, isQuiet))])
  const keyId = signed[0]?.credential.keyId
  if (keyId) await assertStanding(tx, signed.map(({ grounds }) => grounds), keyId)
}

async function keepAwards(tx: Tx, offers: Grounds[], signed: Signed[]) {
  await insertAll(tx, 'Award', offers.map(({ award }) => row(award)))
  await insertAll(tx, 'Award', signed.map(({ grounds: { award }, choices }) => (
    { ...row(award), status: enumOf('AwardStatus', 'accepted'), answeredAt: award.offeredAt, choices: jsonOf(choices) }
  )))
}

function row({ programme: _, student: __, choices: ___, status, ...award }: GroundAward) {
  return { ...award, status: enumOf('AwardStatus', status) }
}

function notices(offers: Grounds[], told: Signed[]) {
  const issued = told.flatMap(({ grounds: { award }, credential }) => issuedNotices(award.student, credential.id))
  return [...offers.flatMap(({ award }) => offerNotices(award)), ...issued]
}

function offered({ award: { id, programmeId, studentId, round } }: Grounds) {
  return { action: 'award.offered', subjectId: id, details: { programme: programmeId, student: studentId, round } }
}

/** One event: nobody was asked in between. */
function issued({ grounds: { award }, credential: { id, digest, keyId } }: Signed, isQuiet: boolean) {
  const { programmeId: programme, studentId: student, round } = award
  const details = { programme, student, round, credential: id, digest, key: keyId }
  return { action: isQuiet ? 'award.recorded' : 'award.acceptedAtOnce', subjectId: award.id, details }
}
