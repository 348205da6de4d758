import { ofEndorsers, ofLinks } from './endorser-moves'
import { closed, DAY, isStillOpen, newActivity, SECOND, type Model } from './model'
import { nothing, type Move, type Outcome, type Says, type Verb, type worldVerbs } from './moves'
import { isByCode } from './people'
import { ofReviewers } from './reviewer-moves'
import { ofStudents } from './student-moves'

/** Between two moves. No multiple of it comes near the 30 seconds of undoing or the minute of haste. */
export const TICK = 11 * SECOND

type WorldSays = (model: Model, move: Move) => Outcome

/** What comes of a move, and how things stand after it. Whatever is refused changes nothing. */
export function step(before: Model, move: Move): { model: Model; outcome: Outcome } {
  const model = structuredClone(before)
  const outcome = isOfWorld(move.verb) ? ofWorld[move.verb](model, move) : said(model, move, says[move.verb])
  return { model: typeof outcome === 'string' ? before : model, outcome }
}

const says: Record<Exclude<Verb, (typeof worldVerbs)[number]>, Says> = {
  ...ofStudents,
  ...ofEndorsers,
  ...ofLinks,
  ...ofReviewers,
}

function said(model: Model, move: Move, verb: Says): Outcome {
  const activity = model.activities[move.activity]
  if (!activity || activity.isGone) return 'missing'
  return verb({ model, move, activity, request: activity.requests[move.request] })
}

const ofWorld: Record<(typeof worldVerbs)[number], WorldSays> = {
  log: (model, { by, minutes, asks }) => {
    if (by !== 'ana' && by !== 'chidi') return 'missing'
    model.activities.push(newActivity(by, minutes % 2 === 0, [...asks]))
    return {
      events: ['activity.logged', 'activity.edited', 'activity.edited', 'activity.edited'],
      letters: [],
    }
  },
  post: model => {
    const waiting = all(model).filter(({ request }) => request.unsent > 0)
    const sent = waiting.filter(
      ({ activity, request }) =>
        request.status === 'queued' &&
        !closed(model, activity, request) &&
        !model.spared.includes(request.to),
    )
    for (const { request } of sent) Object.assign(request, { status: 'sent', expires: model.at + 30 * DAY })
    for (const { request } of waiting) request.unsent = 0
    return { events: sent.map(() => 'request.sent'), letters: [] }
  },
  expire: model => {
    const over = all(model).filter(({ request }) => isStillOpen(request) && request.expires < model.at)
    for (const { request } of over) request.status = 'expired'
    return { events: over.map(() => 'request.expired'), letters: [] }
  },
  wait: (model, { days }) => {
    model.at += days * DAY
    return nothing
  },
  // A member confirms one more address; nobody can have somebody else’s.
  adopt: (model, { mailbox, by }) => {
    if (!isByCode(by)) model.owner[mailbox] ??= by
    return nothing
  },
}

const all = ({ activities }: Model) =>
  activities.flatMap(activity => activity.requests.map(request => ({ activity, request })))

const isOfWorld = (verb: Verb): verb is (typeof worldVerbs)[number] => verb in ofWorld
