import { Refusal } from '~/lib/refusal'
import type { Shown } from './activity'
import type { Actor } from './policy'
import { approveActivity, undoApproval } from './review.server'

/** Approves each by itself: what has moved on meanwhile is left out, and the others are not held up by it. */
export async function approveActivities(actor: Actor, shown: readonly Shown[]) {
  const reviewIds: string[] = []
  for (const each of shown) {
    const reviewId = await orRefusal(approveActivity(actor, each, { reason: '' }))
    if (typeof reviewId === 'string') reviewIds.push(reviewId)
  }
  return { reviewIds, leftOut: shown.length - reviewIds.length }
}

/** Undoes what still can be. Answers why not, where one could not. */
export async function undoApprovals(actor: Actor, reviewIds: readonly string[]) {
  const refusals: Refusal[] = []
  for (const reviewId of reviewIds) {
    const refusal = await orRefusal(undoApproval(actor, reviewId))
    if (refusal) refusals.push(refusal)
  }
  return refusals[0]?.message ?? null
}

function orRefusal<T>(work: Promise<T>): Promise<T | Refusal> {
  return work.catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
}
