import type { Draw } from './drawn'
import { emptyModel, mayReview, type Model } from './model'
import {
  endorserVerbs,
  linkVerbs,
  reviewerVerbs,
  studentVerbs,
  worldVerbs,
  type Move,
  type Verb,
} from './moves'
import { mailboxNames, members, type Mailbox, type Somebody } from './people'
import { step } from './step'

/** The move that a draw comes to, as things stand. */
export function aimed(model: Model, { wishes, fits, luck, stranger, ...drawn }: Draw): Move {
  const [first = 'post'] = wishes
  const pick = (moves: readonly Move[]) => moves[luck % moves.length]
  const tries = (verb: Verb, by: readonly Somebody[] | null) =>
    placesFor(verb, model).flatMap(place =>
      (by ?? fitFor(verb, model, place)).map(who => ({
        ...drawn,
        ...namedAt(model, place, verb),
        verb,
        ...place,
        by: who,
      })),
    )
  if (stranger) return pick(tries(first, [stranger])) ?? { ...drawn, ...NOWHERE, verb: first, by: stranger }
  for (const verb of wishes) {
    const isFit = (move: Move) => (fits === 'done' ? isDone(model, move) : isNearlyDone(model, move))
    const fitting = pick(tries(verb, null).filter(isFit))
    if (fitting) return fitting
  }
  return pick(tries(first, null)) ?? { ...drawn, ...NOWHERE, verb: first, by: 'ana' }
}

const NOWHERE = { activity: 0, request: 0 }

function isDone(model: Model, move: Move) {
  const { outcome } = step(model, move)
  return typeof outcome !== 'string' && (outcome.events.length > 0 || isOneOf(['wait', 'adopt'], move.verb))
}

/** Refused, though it would be done about or by somebody else, or had nobody been asked or decided before. */
function isNearlyDone(model: Model, move: Move) {
  if (step(model, move).outcome !== 'refused') return false
  const others: readonly Mailbox[] = isOneOf(['askAlso', 'handOver'], move.verb)
    ? mailboxNames
    : [move.mailbox]
  const people = new Set([move.by, ...fitFor(move.verb, model, move)])
  return [model, harmless(model)].some(kinder =>
    [...people].some(by => others.some(mailbox => isDone(kinder, { ...move, by, mailbox, isStale: false }))),
  )
}

/** As it would be if addresses were nobody’s, nobody had decided, and a harmless person were named. */
function harmless(model: Model): Model {
  const { owner } = emptyModel(0)
  const activities = model.activities.map(each => ({ ...each, invitees: ['jonas' as const], reviews: [] }))
  return { ...model, owner, activities, spared: [] }
}

type Place = typeof NOWHERE

/** An address that becomes somebody’s matters most where it was asked. */
function namedAt({ activities }: Model, { activity, request }: Place, verb: Verb) {
  const asked = activities[activity]?.requests[request]
  return verb === 'adopt' && asked ? { mailbox: asked.to } : {}
}

/** Every activity with every request of it, or every review where it is about one. */
function placesFor(verb: Verb, { activities }: Model): Place[] {
  return activities.flatMap(({ requests, reviews }, activity) => {
    const among = verb === 'undo' ? reviews : isOneOf(reviewerVerbs, verb) ? [] : requests
    return Array.from({ length: Math.max(1, among.length) }, (_, request) => ({ activity, request }))
  })
}

/** Whose business it could be there. */
function fitFor(verb: Verb, model: Model, { activity: at, request }: Place): readonly Somebody[] {
  const activity = model.activities[at]
  if (!activity) return []
  if (isOneOf(studentVerbs, verb)) return [activity.student]
  if (isOneOf(reviewerVerbs, verb)) return members.filter(member => mayReview(activity, member))
  if (isOneOf(worldVerbs, verb)) return ['ana', 'mina', 'chidi']
  const to = activity.requests[request]?.to
  if (!to) return []
  const person = model.asked[to]
  if (isOneOf([...endorserVerbs, ...linkVerbs], verb) && person) return [`${to} by code`, person]
  return [`${to} by code`]
}

const isOneOf = (some: readonly Verb[], verb: Verb) => some.includes(verb)
