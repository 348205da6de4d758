import type { Letter } from '../letter'
import { plural } from './numbers'

/** What an endorser may read before they have typed a code: little. */
export interface Asking {
  endorser: string
  institution: string
  /** First name and initial. */
  student: string
  title: string
  period: string
  url: string
  stopUrl: string
  /** The last day on which the link works, in words. */
  until: string
}

const about = ({ title, period }: Asking) => [
  { label: 'What', value: title },
  { label: 'When', value: period },
]

/** One code opens all that waits for one mailbox. */
function beside(others: number) {
  if (others === 0) return []
  const more = plural(others, { one: 'One more waits', other: '# more wait' })
  return [`${more} for you. The same six digits open all of them.`]
}

const stop = ({ stopUrl }: Asking) => ({ words: 'Please do not ask me again', url: stopUrl })

/** The institution's own words, or ours; the rest is always there. */
interface Worded {
  subject: string
  greeting: string
  paragraphs: string[]
  after: string[]
}

export const requestMail = {
  endorsementRequest: (
    asking: Asking & {
      worded: Worded
      message: string
      contact: string
      handedOverBy: string | null
      others: number
    },
  ): Letter => ({
    subject: asking.worded.subject,
    greeting: asking.worded.greeting,
    paragraphs: [
      ...(asking.handedOverBy
        ? [`${asking.handedOverBy} was asked first. You are asked in their place.`]
        : []),
      ...asking.worded.paragraphs,
    ],
    ...(asking.message && { quote: { words: asking.message, by: asking.student } }),
    facts: about(asking),
    action: { words: 'See what you are asked', url: asking.url },
    after: [
      ...asking.worded.after,
      ...beside(asking.others),
      `The link works until ${asking.until}. It is yours: please do not pass it on.`,
    ],
    note: [
      `${asking.institution} records what its students do outside class and lets whoever saw it ` +
        'confirm it; what is confirmed can become part of a credential.',
      'For this we keep your name, this address and what you answer, as long as the record that rests ' +
        `on it. Questions, or to have it corrected or removed: ${asking.contact}.`,
    ],
    stop: stop(asking),
  }),

  reminder: (asking: Asking & { worded: Worded; others: number }): Letter => ({
    ...asking.worded,
    facts: about(asking),
    action: { words: 'See what you are asked', url: asking.url },
    after: [...asking.worded.after, `The link works until ${asking.until}.`, ...beside(asking.others)],
    stop: stop(asking),
  }),

  endorsementCode: (sent: { endorser: string; code: string; minutes: number }): Letter => ({
    subject: 'Your six digits',
    greeting: `Dear ${sent.endorser},`,
    paragraphs: ['Type these digits into the page that you have open:'],
    code: sent.code,
    after: [
      `They work for ${sent.minutes} minutes, in the browser in which you asked for them. Nobody will ever ` +
        'ask you for them by mail or telephone.',
    ],
  }),

  endorsementReceipt: (said: {
    worded: Worded
    endorser: string
    confirmed: string
    judgements: { competency: string; outcome: string; comment: string }[]
    statement: string
    contact: string
    url: string
  }): Letter => ({
    ...said.worded,
    facts: [
      { label: 'You confirmed', value: said.confirmed },
      ...said.judgements.map(({ competency, outcome, comment }) => ({
        label: competency,
        value: comment ? `${outcome}. ${comment}` : outcome,
      })),
    ],
    quote: { words: said.statement, by: said.endorser },
    action: { words: 'Open what you confirmed', url: said.url },
    after: [
      ...said.worded.after,
      'The signed record is attached; any verifier of Open Badges can check it.',
      `Questions: ${said.contact}.`,
    ],
  }),

  outcome: { notYet: 'observed, not yet at a level', notObserved: 'not observed' },
  confirmed: (role: string, hours: string, period: string) => `${role}, ${hours}, ${period}`,
}
