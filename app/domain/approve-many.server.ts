import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { review as words } from '~/messages/en/review'
import type { Actor } from './policy'
import { approveActivity, undoApproval } from './review.server'
import type { Seen } from './unseen.server'

/** Those that one sentence speaks of. Only what the reviewer may see has its title here (rule 11). */
interface LeftOut {
  why: string
  count: number
  titles: string[]
}

/** Approves each by itself: what cannot be is left out with the reason, and holds up none of the others. */
export async function approveActivities(actor: Actor, shown: readonly Seen[]) {
  const reviewIds: string[] = []
  const left: { id: string; no: No }[] = []
  for (const each of shown) {
    const outcome = await orNo(approveActivity(actor, each, { reason: '' }))
    if (typeof outcome === 'string') reviewIds.push(outcome)
    else left.push({ id: each.id, no: outcome })
  }
  refuseForeign(left.map(({ no }) => no), shown.length)
  return { reviewIds, leftOut: await told(left) }
}

/** Undoes what still can be. Answers why not, where one could not. */
export async function undoApprovals(actor: Actor, reviewIds: readonly string[]) {
  const left: No[] = []
  for (const reviewId of reviewIds) {
    const no = await orNo(undoApproval(actor, reviewId))
    if (no) left.push(no)
  }
  refuseForeign(left, reviewIds.length)
  return left[0] ? sentenceOf(left[0]) : null
}

type No = Refusal | NotFound

function orNo<T>(work: Promise<T>): Promise<T | No> {
  return work.catch((error: unknown) => {
    if (error instanceof Refusal || error instanceof NotFound) return error
    throw error
  })
}

/** Where there is nothing else, it is as with one alone: not there. */
function refuseForeign(left: readonly No[], asked: number) {
  if (left.length === asked && left.every(no => no instanceof NotFound)) throw new NotFound()
}

async function told(left: readonly { id: string; no: No }[]): Promise<LeftOut[]> {
  const visible = left.filter(({ no }) => no instanceof Refusal).map(({ id }) => id)
  const activities = await db.activity.findMany({ where: { id: { in: visible } } })
  const titles = new Map(activities.map(({ id, title }) => [id, title]))
  const reasons = [...new Set(left.map(({ no }) => sentenceOf(no)))]
  return reasons.map(why => {
    const those = left.filter(({ no }) => sentenceOf(no) === why)
    return { why, count: those.length, titles: those.flatMap(({ id }) => titles.get(id) ?? []) }
  })
}

function sentenceOf(no: No) {
  return no instanceof Refusal ? no.message : words.done.notThere
}
