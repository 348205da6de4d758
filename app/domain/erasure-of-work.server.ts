import type { Tx } from '~/lib/db.server'

/** Removes a student's activities with all that was said about them. Answers the digests of their files. */
export async function eraseWork(tx: Tx, studentId: string): Promise<string[]> {
  const ofActivity = { activity: { studentId } }
  const ofRevision = { revision: ofActivity }
  const digests = await digestsOf(tx, studentId)
  await eraseConcerns(tx, studentId)
  await eraseAnswers(tx, studentId)
  await tx.appeal.deleteMany({ where: ofActivity })
  await tx.review.deleteMany({ where: ofActivity })
  await tx.riskFlag.deleteMany({ where: ofRevision })
  await tx.reviewDraw.deleteMany({ where: ofRevision })
  await tx.revisionClaim.deleteMany({ where: ofRevision })
  await tx.revisionEvidence.deleteMany({ where: ofRevision })
  await tx.activity.updateMany({
    where: { studentId },
    data: { approvedRevisionId: null, continuesId: null },
  })
  await tx.writtenConfirmation.deleteMany({ where: ofActivity })
  await tx.transcriptEntry.deleteMany({ where: { transcript: { studentId } } })
  await tx.activityCredential.deleteMany({ where: { studentId } })
  await tx.revision.deleteMany({ where: ofActivity })
  await tx.evidence.deleteMany({ where: ofActivity })
  await tx.timeEntry.deleteMany({ where: ofActivity })
  await tx.claim.deleteMany({ where: ofActivity })
  await tx.invitee.deleteMany({ where: ofActivity })
  await tx.activity.deleteMany({ where: { studentId } })
  return digests
}

async function digestsOf(tx: Tx, studentId: string) {
  const files = await tx.evidence.findMany({
    where: { activity: { studentId }, fileDigest: { not: null } },
    select: { fileDigest: true },
    distinct: ['fileDigest'],
  })
  return files.flatMap(({ fileDigest }) => fileDigest ?? [])
}

/** What was reported about them, or about what they hold. */
async function eraseConcerns(tx: Tx, studentId: string) {
  const activities = await tx.activity.findMany({ where: { studentId }, select: { id: true } })
  const credentials = await tx.credential.findMany({ where: { studentId }, select: { id: true } })
  const idsOf = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) })
  await tx.concern.deleteMany({
    where: { OR: [{ activityId: idsOf(activities) }, { credentialId: idsOf(credentials) }] },
  })
}

/** Requests, and what endorsers answered to them. */
async function eraseAnswers(tx: Tx, studentId: string) {
  const endorsement = { revision: { activity: { studentId } } }
  await tx.credentialEndorsement.deleteMany({ where: { endorsement } })
  await tx.judgement.deleteMany({ where: { endorsement } })
  await tx.endorsement.deleteMany({ where: endorsement })
  const requests = await tx.endorsementRequest.findMany({
    where: { activity: { studentId } },
    select: { id: true },
  })
  const ids = requests.map(({ id }) => id)
  await tx.confirmationCode.deleteMany({ where: { subjectId: { in: ids } } })
  await tx.endorserVisit.deleteMany({ where: { requestId: { in: ids } } })
  await tx.message.deleteMany({ where: { requestId: { in: ids } } })
  await tx.endorsementRequest.deleteMany({ where: { id: { in: ids } } })
}
