import { hasEndorsed, mayReview, needed, SECOND, standing, type Activity, type Review } from './model'
import { done, type reviewerVerbs, type Outcome, type Says, type Turn } from './moves'
import type { Member } from './people'
import { closeAll } from './student-moves'

/** What the institution decides. `request` is, for undoing, the place of the review. */
export const ofReviewers: Record<(typeof reviewerVerbs)[number], Says> = {
  approve: deciding(['inReview'], (turn, by) => {
    const { model, activity, shown } = turn
    if (standing(activity, shown).length < needed(activity)) return 'refused'
    keep(activity, {
      by,
      revision: shown,
      decision: 'approved',
      at: model.at,
      undone: false,
      replaces: activity.approved,
    })
    activity.approved = shown
    activity.status = 'approved'
    return done('activity.approved', 'activity-approved')
  }),
  sendBack: deciding(['inReview', 'submitted'], closing('returned')),
  turnDown: deciding(['inReview'], closing('declined')),
  rescind: reviewing(({ activity, shown, model }, by) => {
    if (activity.approved !== shown || hasEndorsed(model, activity, by)) return 'refused'
    activity.approved = null
    if (activity.status === 'approved' && activity.revision === shown) activity.status = 'rescinded'
    closeAll(activity, shown)
    keep(activity, {
      by,
      revision: shown,
      decision: 'rescinded',
      at: model.at,
      undone: false,
      replaces: null,
    })
    return done('activity.rescinded', 'activity-rescinded')
  }),
  undo: ({ model, activity, move }) => {
    const review = activity.reviews[move.request]
    if (!review || !mayReview(activity, move.by) || review.by !== move.by || review.decision !== 'approved')
      return 'missing'
    const isThere = activity.status === 'approved' && activity.revision === review.revision
    if (review.at + 30 * SECOND < model.at || !isThere || review.undone) return 'refused'
    review.undone = true
    activity.status = 'inReview'
    activity.approved = review.replaces
    return done('activity.approval-undone')
  },
}

type Deciding = Turn & { shown: number }

function reviewing(says: (turn: Deciding, by: Member) => Outcome): Says {
  return turn => {
    const { activity, move } = turn
    if (!mayReview(activity, move.by)) return 'missing'
    const shown = activity.revision - (move.isStale ? 1 : 0)
    if (activity.submitted.includes(shown)) return says({ ...turn, shown }, move.by)
    // A draft that nobody submitted is nobody’s to see.
    return activity.submitted.some(number => number < shown) ? 'refused' : 'missing'
  }
}

function deciding(from: readonly Activity['status'][], says: (turn: Deciding, by: Member) => Outcome): Says {
  return reviewing((turn, by) => {
    const { model, activity, shown } = turn
    if (!from.includes(activity.status) || shown !== activity.revision || hasEndorsed(model, activity, by))
      return 'refused'
    return says(turn, by)
  })
}

function closing(decision: 'returned' | 'declined') {
  return ({ model, activity, shown }: Deciding, by: Member) => {
    activity.status = decision
    closeAll(activity)
    keep(activity, { by, revision: shown, decision, at: model.at, undone: false, replaces: null })
    return done(`activity.${decision}`, `activity-${decision}`)
  }
}

function keep(activity: Activity, review: Review) {
  activity.reviews.push(review)
}
