import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { Shown } from './activity'
import { discardDraft } from './activity.server'
import { record } from './audit.server'
import { isOwn, type Actor } from './policy'
import { parseFacts, type RevisionFacts } from './revision'

/**
 * Gives up what is being written: a first draft is gone, of a later one the approved version remains. Answers
 * whether anything does.
 */
export async function discardVersion(actor: Actor, shown: Shown): Promise<boolean> {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  const approved = activity.approvedRevisionId
  await (approved ? restoreVersion(actor, shown, approved) : discardDraft(actor, shown))
  return approved !== null
}

async function restoreVersion(actor: Actor, shown: Shown, revisionId: string) {
  const approved = found(
    await db.revision.findUnique({ where: { id: revisionId }, include: { evidence: true } }),
  )
  const facts = parseFacts(approved.facts)
  await transaction(async tx => {
    const { count } = await tx.activity.updateMany({
      where: { id: shown.id, revision: shown.revision, status: 'draft', approvedRevisionId: revisionId },
      data: { status: 'approved', statusAt: now() },
    })
    if (count === 0) throw new Refusal('This activity has moved on in the meantime. Look at it again.')
    await writeBack(tx, shown.id, facts)
    const held = approved.evidence.map(({ evidenceId }) => evidenceId)
    await tx.evidence.updateMany({
      where: { activityId: shown.id, id: { in: held } },
      data: { removedAt: null },
    })
    await tx.evidence.updateMany({
      where: { activityId: shown.id, id: { notIn: held }, removedAt: null },
      data: { removedAt: now() },
    })
    await record(tx, actor, 'activity.restored', shown.id, { revision: approved.number })
  })
}

async function writeBack(tx: Tx, activityId: string, facts: RevisionFacts) {
  const {
    activityId: _id,
    number: revision,
    reflection,
    timeEntries,
    claims,
    evidence: _evidence,
    ...columns
  } = facts
  await tx.timeEntry.deleteMany({ where: { activityId } })
  await tx.timeEntry.createMany({ data: timeEntries.map(entry => ({ id: newId(), activityId, ...entry })) })
  await tx.claim.deleteMany({ where: { activityId } })
  await tx.claim.createMany({
    data: claims.map((claim, position) => ({ id: newId(), activityId, position, ...claim })),
  })
  await tx.activity.update({ where: { id: activityId }, data: { ...columns, ...reflection, revision } })
}
