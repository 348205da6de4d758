import { z } from 'zod'
import { DAY, later, now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { limits, type Shown } from './activity'
import { move } from './activity.server'
import { APPEAL_DAYS, appealable, DECIDE_DAYS, isAppealable, outcomes } from './appeal'
import { decidersOf } from './appeal-deciders.server'
import { record } from './audit.server'
import { whenMissing } from './endorsement-forms.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
import { isOwn, mayReview, type Actor, type PersonActor } from './policy'

export const AppealForm = z.object({
  text: z.string(whenMissing('Write why the decision should be looked at again.')).trim().min(1).max(limits.narrative),
})
export const AppealDecisionForm = z.object({
  outcome: z.enum(outcomes, { error: 'Choose one of the two.' }),
  reason: z.string(whenMissing('Say why, in words for the student.')).trim().min(1).max(limits.narrative),
})
export type AppealDecisionForm = z.output<typeof AppealDecisionForm>

const ONCE = 'You have appealed this decision already.'

/** By the student, against what the review decided last about the version shown. */
export async function openAppeal(actor: Actor, shown: Shown, { text }: z.output<typeof AppealForm>) {
  const { activity, review } = await findAppealable(actor, shown.id)
  if (!review || review.revision.number !== shown.revision)
    throw new Refusal('There is no decision of the review about this version that could be appealed.')
  if (later(review.decidedAt, APPEAL_DAYS * DAY) < now())
    throw new Refusal(`The decision is older than ${APPEAL_DAYS} days. You can write a new version instead.`)
  const { institutionId } = activity
  const id = newId()
  const about = { id, institutionId, activityId: activity.id, revisionId: review.revisionId, reviewId: review.id }
  const deciders = await decidersOf(about)
  const opening = transaction(async tx => {
    await move(tx, shown, [...appealable], activity.status, activity.statusAt)
    if (await tx.appeal.findFirst({ where: { activityId: activity.id, reviewId: review.id } })) throw new Refusal(ONCE)
    await tx.appeal.create({
      data: { ...about, text, openOf: activity.id, createdAt: now(), dueAt: later(now(), DECIDE_DAYS * DAY) },
    })
    for (const { personId, address } of deciders) {
      await notify(tx, { template: 'appeal-opened', to: address, ...letterAbout(id), dedupeKey: `appeal-opened:${id}:${personId}` })
    }
    await record(tx, actor, 'appeal.opened', activity.id, { appeal: id, review: review.id, revision: shown.revision })
  })
  await opening.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal(ONCE) : error
  })
  return id
}

/** For the student's page: the activity, and the decision that could be appealed, null where there is none. */
export async function findAppealable(actor: Actor, activityId: string) {
  const activity = found(await db.activity.findUnique({ where: { id: activityId }, include: { student: { include: { addresses: true } } } }))
  allowed(isOwn(actor, activity))
  const review = isAppealable(activity.status)
    ? await db.review.findFirst({
        where: { activityId, undoneAt: null, decision: { not: 'approved' }, revision: { number: activity.revision } },
        orderBy: { decidedAt: 'desc' },
        include: { reviewer: { select: { usedName: true } }, revision: { select: { number: true } } },
      })
    : null
  return { activity, review }
}

/** The one that waits, where there is one. */
export function findOpenAppeal(activityId: string) {
  return db.appeal.findUnique({ where: { openOf: activityId }, select: { id: true } })
}

/** By the student, while nobody has decided. */
export async function withdrawAppeal(actor: Actor, activityId: string) {
  const { activity } = await findAppealable(actor, activityId)
  await transaction(async tx => {
    if (!(await dropAppeal(tx, activity.id))) throw new Refusal('No appeal is open here any more.')
    await record(tx, actor, 'appeal.withdrawn', activity.id)
  })
}

/** Whoever goes on with a next version no longer asks about the earlier one. Answers whether there was one. */
export async function dropAppeal(tx: Tx, activityId: string): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { openOf: activityId, status: 'open' },
    data: { status: 'withdrawn', openOf: null, decidedAt: now() },
  })
  return count > 0
}

/** By somebody who decided nothing here before and did not endorse it (rules 1 and 16). Upheld, it is in review again. */
export async function decideAppeal(actor: PersonActor, id: string, { outcome, reason }: AppealDecisionForm) {
  const appeal = await findForDecider(actor, id)
  const { activity, revision } = appeal
  await transaction(async tx => {
    if (outcome === 'upheld') await move(tx, { id: activity.id, revision: revision.number }, [...appealable], 'inReview')
    await refuseInvolved(tx, actor, appeal)
    const { count } = await tx.appeal.updateMany({
      where: { id, status: 'open' },
      data: { status: outcome, openOf: null, reason, decidedById: actor.id, decidedAt: now() },
    })
    if (count === 0) throw new Refusal('This appeal was decided, or taken back, a moment ago.')
    await notify(tx, { template: 'appeal-decided', to: primaryAddress(activity.student), ...letterAbout(id), dedupeKey: `appeal-decided:${id}` })
    await record(tx, actor, `appeal.${outcome}`, activity.id, { appeal: id, revision: revision.number })
  })
}

/** For whoever may decide it; what is theirs, or stands in another unit, does not exist for them (rule 11). */
export async function findForDecider(actor: PersonActor, id: string) {
  const appeal = found(
    await db.appeal.findUnique({
      where: { id },
      include: { revision: true, activity: { include: { student: { include: { addresses: true } } } } },
    }),
  )
  allowed(mayReview(actor, appeal.activity))
  const theirs = appeal.activity.student.addresses.map(({ normalised }) => normalised)
  allowed(!theirs.some(address => actor.normalisedAddresses.includes(address)))
  return appeal
}

const INVOLVED = 'You have decided or confirmed something here before, so a colleague decides this appeal.'

async function refuseInvolved(tx: Tx, actor: PersonActor, { activityId }: { activityId: string }) {
  if (await isInvolved(tx, actor, activityId)) throw new Refusal(INVOLVED)
}

/** Reviewed, decided an appeal of, or endorsed any version of an activity. */
export async function isInvolved(client: Tx, { id, normalisedAddresses }: PersonActor, activityId: string) {
  const among = { in: [...normalisedAddresses] }
  const deeds = [
    client.review.count({ where: { activityId, reviewer: { OR: [{ id }, { addresses: { some: { normalised: among } } }] } } }),
    client.appeal.count({ where: { activityId, decidedById: id } }),
    client.endorsement.count({ where: { activityId, endorser: { OR: [{ personId: id }, { normalised: among }] } } }),
  ]
  for (const deed of deeds) if ((await deed) > 0) return true
  return false
}

const letterAbout = (appealId: string) => ({ params: { appealId }, subjectId: appealId })
