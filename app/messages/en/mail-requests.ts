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

export const requestMail = {
  endorsementRequest: (
    asking: Asking & { message: string; contact: string; handedOverBy: string | null; others: number },
  ): Letter => ({
    subject: `A student of ${asking.institution} asks for your word`,
    greeting: `Dear ${asking.endorser},`,
    paragraphs: [
      ...(asking.handedOverBy
        ? [`${asking.handedOverBy} was asked first. You are asked in their place.`]
        : []),
      `${asking.student} says that you saw what they did, and asks you to confirm it. It takes about ` +
        'three minutes, and no account.',
    ],
    ...(asking.message && { quote: { words: asking.message, by: asking.student } }),
    facts: about(asking),
    action: { words: 'See what you are asked', url: asking.url },
    after: [
      'The page asks you for six digits, which we then send to this address. You can also ask a ' +
        'question first, or say that you are not the right person.',
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

  reminder: (asking: Asking & { others: number }): Letter => ({
    subject: `A student of ${asking.institution} still waits for your word`,
    greeting: `Dear ${asking.endorser},`,
    paragraphs: [
      `${asking.student} asked you to confirm what they did. If you have three minutes, the page is ` +
        'where it was.',
    ],
    facts: about(asking),
    action: { words: 'See what you are asked', url: asking.url },
    after: [
      'Not the right person, or cannot say? Two clicks on the page, and nobody waits for you. The link ' +
        `works until ${asking.until}.`,
      ...beside(asking.others),
    ],
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
    endorser: string
    institution: string
    student: string
    title: string
    confirmed: string
    judgements: { competency: string; outcome: string; comment: string }[]
    statement: string
    contact: string
  }): Letter => ({
    subject: 'A copy of what you confirmed',
    greeting: `Dear ${said.endorser},`,
    paragraphs: [
      `Thank you. This is what ${said.institution} has recorded in your name about ${said.student}: ` +
        `${said.title}.`,
    ],
    facts: [
      { label: 'You confirmed', value: said.confirmed },
      ...said.judgements.map(({ competency, outcome, comment }) => ({
        label: competency,
        value: comment ? `${outcome}. ${comment}` : outcome,
      })),
    ],
    quote: { words: said.statement, by: said.endorser },
    after: [
      'The signed record is attached; any verifier of Open Badges can check it.',
      `Something is wrong? Write to ${said.contact}: what you said can be withdrawn or said anew.`,
    ],
  }),

  outcome: { notYet: 'observed, not yet at a level', notObserved: 'not observed' },
  confirmed: (role: string, hours: string, period: string) => `${role}, ${hours}, ${period}`,
}
