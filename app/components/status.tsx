import type { Told } from '~/messages/en/status'
import type { Moment } from '~/messages/format'
import type { Words } from '~/messages/messages'
import { Icon, type IconName } from './icon'

export type StatusTone = 'laurel' | 'amber' | 'clay' | 'sky' | 'soft'

/**
 * Every state of every noun, the same everywhere. Laurel: done, counts. Amber: somebody else's turn.
 * Sky: a question to the reader. Clay: declined, revoked. Soft: nothing is at stake.
 */
const looks = {
  activity: {
    draft: ['pencil-line', 'soft'],
    submitted: ['hourglass', 'amber'],
    endorsed: ['signature', 'laurel'],
    inReview: ['scan-eye', 'amber'],
    approved: ['circle-check', 'laurel'],
    returned: ['message-circle-question-mark', 'sky'],
    declined: ['circle-x', 'clay'],
    withdrawn: ['undo-2', 'soft'],
    rescinded: ['ban', 'clay'],
  },
  request: {
    queued: ['clock', 'soft'],
    sent: ['send', 'amber'],
    started: ['hourglass', 'amber'],
    answered: ['circle-check', 'laurel'],
    returned: ['message-circle-question-mark', 'sky'],
    declined: ['circle-x', 'clay'],
    undeliverable: ['mail-x', 'clay'],
    expired: ['timer-off', 'soft'],
    withdrawn: ['undo-2', 'soft'],
    redirected: ['forward', 'amber'],
    takenBack: ['undo-2', 'soft'],
  },
  review: {
    open: ['scan-eye', 'amber'],
    approved: ['circle-check', 'laurel'],
    returned: ['message-circle-question-mark', 'sky'],
    declined: ['circle-x', 'clay'],
    rescinded: ['ban', 'clay'],
    flagged: ['flag', 'amber'],
  },
  judgement: {
    atLevel: ['circle-check', 'laurel'],
    notYet: ['eye', 'soft'],
    notObserved: ['eye-off', 'soft'],
  },
  requirement: {
    met: ['circle-check', 'laurel'],
    waiting: ['hourglass', 'amber'],
    begun: ['circle-dashed', 'sky'],
    open: ['circle', 'soft'],
  },
  programme: {
    draft: ['pencil-line', 'soft'],
    inReview: ['scan-eye', 'amber'],
    published: ['book-open', 'laurel'],
    retired: ['archive', 'soft'],
  },
  award: {
    offered: ['gift', 'sky'],
    accepted: ['circle-check', 'laurel'],
    declined: ['circle-x', 'soft'],
    lapsed: ['timer-off', 'soft'],
  },
  credential: {
    valid: ['badge-check', 'laurel'],
    revoked: ['ban', 'clay'],
    expired: ['calendar-x', 'soft'],
    superseded: ['rotate-ccw', 'sky'],
    unshared: ['lock', 'soft'],
  },
  check: {
    passed: ['circle-check', 'laurel'],
    failed: ['circle-x', 'clay'],
    unknown: ['circle-question-mark', 'amber'],
  },
  appeal: {
    open: ['scale', 'amber'],
    upheld: ['circle-check', 'laurel'],
    dismissed: ['circle-x', 'clay'],
    withdrawn: ['undo-2', 'soft'],
  },
} as const satisfies Record<string, Record<string, readonly [IconName, StatusTone]>>

type Looks = typeof looks
type Sentences = { [N in keyof Looks]: { [S in keyof Looks[N]]: (told: Told) => string } }

export type Noun = keyof Looks
export type StateOf<N extends Noun> = keyof Looks[N]
export type StatusLook = { icon: IconName; tone: StatusTone; words: string }

/** Who has it and since when; `at` becomes "since Tuesday" or "on 12 May" as the sentence wants. */
export type Facts = Omit<Told, 'since' | 'on'> & { at?: Moment | null }

/** The one place where a state gets its icon, its colour and its sentence. */
export function statusOf<N extends Noun>(
  words: Words,
  noun: N,
  state: StateOf<N>,
  facts: Facts = {},
): StatusLook {
  const sentences: Sentences = words.messages.status
  const [icon, tone] = lookOf(noun, state)
  return { icon, tone, words: sentences[noun][state](told(words, facts)) }
}

export function lookOf<N extends Noun>(noun: N, state: StateOf<N>): readonly [IconName, StatusTone] {
  const all: { [K in Noun]: { [S in StateOf<K>]: readonly [IconName, StatusTone] } } = looks
  return all[noun][state]
}

function told({ format }: Words, { at, ...facts }: Facts): Told {
  return at == null ? facts : { ...facts, ...format.near(at) }
}

export function Status({ icon, tone, words }: StatusLook) {
  return (
    <span className={`status tint-${tone}`}>
      <Icon name={icon} />
      <span>{words}</span>
    </span>
  )
}
