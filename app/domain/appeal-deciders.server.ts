import { db, type Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { coordinatorsFor, registrarsFor, type Coordinator } from './coordinator.server'

/**
 * Who could decide an appeal and hears of it: of the unit and of the registry, save who decided or was asked here before. Asked
 * before a transaction opens: it takes a connection of its own.
 */
export async function decidersOf({ activityId }: { activityId: string }): Promise<Coordinator[]> {
  const { unitId, studentId, institutionId } = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
  const [reviews, appeals, endorsers] = await Promise.all([
    db.review.findMany({ where: { activityId }, select: { reviewerId: true } }),
    db.appeal.findMany({ where: { activityId }, select: { decidedById: true } }),
    db.endorsementRequest.findMany({ where: { activityId }, select: { endorser: { select: { personId: true } } } }),
  ])
  const before = new Set([
    ...reviews.map(({ reviewerId }) => reviewerId),
    ...appeals.map(({ decidedById }) => decidedById),
    ...endorsers.map(({ endorser }) => endorser.personId),
  ])
  const all = [...(await coordinatorsFor(unitId, studentId)), ...(await registrarsFor(institutionId, studentId))]
  const once = new Map(all.filter(({ personId }) => !before.has(personId)).map(each => [each.personId, each]))
  return [...once.values()]
}

/** Rule 16: who decided an appeal here does not review, and whose decision was not upheld does not decide it again. */
export async function refuseAfterAppeal(tx: Tx, activityId: string, reviewer: { id: string }) {
  const appeals = await tx.appeal.findMany({ where: { activityId }, select: { reviewId: true, status: true, decidedById: true } })
  if (appeals.some(({ decidedById }) => decidedById === reviewer.id))
    throw new Refusal('You decided an appeal about this activity, so a colleague reviews it.')
  const upheld = appeals.filter(({ status }) => status === 'upheld').map(({ reviewId }) => reviewId)
  if (upheld.length === 0) return
  const former = await tx.review.count({ where: { id: { in: upheld }, reviewerId: reviewer.id } })
  if (former > 0) throw new Refusal('Your decision was appealed and the appeal upheld, so a colleague reviews it now.')
}

/** Rule 16, for whoever endorses, by any of their addresses. */
export async function hasDecidedAppeal(tx: Tx, activityId: string, addresses: readonly string[]) {
  const deciders = await tx.appeal.findMany({
    where: { activityId, decidedById: { not: null } },
    select: { decidedById: true },
  })
  const ids = deciders.flatMap(({ decidedById }) => decidedById ?? [])
  if (ids.length === 0) return false
  return (await tx.emailAddress.count({ where: { personId: { in: ids }, normalised: { in: [...addresses] } } })) > 0
}
