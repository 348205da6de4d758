import fc from 'fast-check'
import { mayReview, type Model } from './model'
import {
  endorserVerbs,
  linkVerbs,
  reviewerVerbs,
  studentVerbs,
  verbs,
  worldVerbs,
  type Move,
  type Verb,
} from './moves'
import { mailboxNames, members, type Somebody } from './people'
import { step } from './step'

/** A move as it is drawn: whom and what it is about is decided when its turn comes, by what there is then. */
export interface Draw extends Omit<Move, 'verb' | 'activity' | 'request' | 'by'> {
  /** The first of them that comes to something is done. */
  wishes: Verb[]
  luck: number
  /** Somebody tries their first wish, whether or not they may and it can be done. */
  stranger: Somebody | null
}

const everybody: readonly Somebody[] = [...members, ...mailboxNames.map(name => `${name} by code` as const)]
// What leads on comes up more often than what leads nowhere, and of the addresses those that may be asked.
const rare: readonly Verb[] = ['edit', 'addText', 'name', 'discard', 'stop', 'allow', ...worldVerbs]
const often: readonly Verb[] = ['undo', 'approve', 'endorse', 'submit', 'rescind', 'revise', 'begin']
const wish = fc.constantFrom(
  ...often,
  ...often,
  ...often,
  ...often,
  ...verbs.filter(verb => !rare.includes(verb)),
  ...verbs,
)
const outsiders = ['eleni', 'jonas', 'ines', 'kofi'] as const

const draw: fc.Arbitrary<Draw> = fc.record({
  wishes: fc.array(wish, { minLength: 8, maxLength: 8 }),
  luck: fc.nat(9999),
  stranger: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...everybody) },
  ),
  mailbox: fc.constantFrom(...outsiders, ...outsiders, ...mailboxNames),
  asks: fc.oneof(
    { weight: 2, arbitrary: fc.subarray([...outsiders], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.subarray([...mailboxNames], { maxLength: 3 }) },
  ),
  spelling: fc.nat(3),
  minutes: fc.constantFrom(60, 61, 90, 125),
  isStale: fc.nat(15).map(n => n === 0),
  days: fc.constantFrom(4, 4, 4, 31),
  door: fc.constantFrom('verb' as const, 'page' as const),
})

export const draws = (length: number) =>
  fc.array(draw, { minLength: length / 2, maxLength: length, size: 'max' })

/** The move that a draw comes to, as things stand. */
export function aimed(model: Model, { wishes, luck, stranger, ...drawn }: Draw): Move {
  const [first = 'post'] = wishes
  const pick = (moves: readonly Move[]) => moves[luck % moves.length]
  const tries = (verb: Verb, by: readonly Somebody[] | null) =>
    placesFor(verb, model).flatMap(place =>
      (by ?? fitFor(verb, model, place)).map(who => ({ ...drawn, verb, ...place, by: who })),
    )
  if (stranger) return pick(tries(first, [stranger])) ?? { ...drawn, ...NOWHERE, verb: first, by: stranger }
  for (const verb of wishes) {
    const fitting = pick(tries(verb, null).filter(move => comesToSomething(model, move)))
    if (fitting) return fitting
  }
  return pick(tries(first, null)) ?? { ...drawn, ...NOWHERE, verb: first, by: 'ana' }
}

const NOWHERE = { activity: 0, request: 0 }

function comesToSomething(model: Model, move: Move) {
  const { outcome } = step(model, move)
  return typeof outcome !== 'string' && (outcome.events.length > 0 || isOneOf(['wait', 'adopt'], move.verb))
}

type Place = typeof NOWHERE

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
