import fc from 'fast-check'
import { verbs, type Move, type Verb } from './moves'
import { everybody, mailboxNames, type Somebody } from './people'

/** A move as it is drawn: whom and what it is about is decided when its turn comes, by what there is then. */
export interface Draw extends Omit<Move, 'verb' | 'activity' | 'request' | 'by'> {
  /** The first of them that fits is done. */
  wishes: Verb[]
  /** What comes to something, or what only a rule of theirs, of the content or of the person, keeps from it. */
  fits: 'done' | 'nearly'
  luck: number
  /** Somebody tries their first wish, whether or not they may and it can be done. */
  stranger: Somebody | null
}

// What leads on comes up more often than what leads nowhere, and of the addresses those that may be asked.
const rare: readonly Verb[] = [
  'edit',
  'addText',
  'name',
  'discard',
  'stop',
  'allow',
  'log',
  'post',
  'expire',
  'wait',
]
const often: readonly Verb[] = [
  'endorse',
  'endorse',
  'approve',
  'approve',
  'approve',
  'undo',
  'undo',
  'submit',
  'rescind',
  'revise',
  'adopt',
]
const wish = fc.constantFrom(
  ...often,
  ...often,
  ...often,
  ...verbs.filter(verb => !rare.includes(verb)),
  ...verbs,
)
const outsiders = ['eleni', 'jonas', 'ines', 'kofi'] as const

const draw: fc.Arbitrary<Draw> = fc.record({
  wishes: fc.array(wish, { minLength: 8, maxLength: 8 }),
  fits: fc.constantFrom('done' as const, 'done' as const, 'nearly' as const),
  luck: fc.nat(9999),
  stranger: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
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
