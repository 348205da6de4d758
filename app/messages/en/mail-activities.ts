import type { Letter } from '../letter'

interface ToStudent {
  name: string
  title: string
  url: string
}
type FromEndorser = ToStudent & { endorser: string }
type Decided = ToStudent & { reviewer: string; reason: string }

const see = ({ url }: ToStudent) => ({ words: 'Open the activity', url })
const greeting = ({ name }: ToStudent) => `Dear ${name},`
const newOrAppeal =
  'You can write a new version, and submit that. If you think that the decision is wrong, appeal on the same page ' +
  'within 30 days: somebody else looks at it.'

export const activityMail = {
  requestReturned: (told: FromEndorser & { question: string }): Letter => ({
    subject: 'A question about your activity',
    greeting: greeting(told),
    paragraphs: [
      `${told.endorser} has a question before they confirm “${told.title}”. It is with you now.`,
    ],
    quote: { words: told.question, by: told.endorser },
    action: see(told),
    after: ['Change what needs changing and submit it again: they get the new version.'],
  }),

  requestDeclined: (told: FromEndorser & { reason: string; words: string }): Letter => ({
    subject: 'Somebody cannot confirm your activity',
    greeting: greeting(told),
    paragraphs: [`${told.endorser} does not confirm “${told.title}”: ${told.reason}.`],
    ...(told.words && { quote: { words: told.words, by: told.endorser } }),
    action: see(told),
    after: ['Only this request is closed. On the page you can name somebody else who saw it.'],
  }),

  requestUndeliverable: (told: FromEndorser & { address: string }): Letter => ({
    subject: 'Our letter came back',
    greeting: greeting(told),
    paragraphs: [
      `We wrote to ${told.endorser} at ${told.address} about “${told.title}”, and the mail server ` +
        'there does not deliver to this address.',
    ],
    action: see(told),
    after: ['Look at the spelling and name them again, or name somebody else who saw it.'],
  }),

  activityEndorsed: (told: FromEndorser): Letter => ({
    subject: 'Your activity was confirmed',
    greeting: greeting(told),
    paragraphs: [`${told.endorser} has confirmed “${told.title}”.`],
    action: see(told),
    after: ['The page says who has it now.'],
  }),

  activityApproved: (told: ToStudent): Letter => ({
    subject: 'Your activity is approved',
    greeting: greeting(told),
    paragraphs: [`“${told.title}” is approved. It counts towards your programmes from now on.`],
    action: see(told),
  }),

  activityReturned: (told: Decided): Letter => ({
    subject: 'A question about your activity',
    greeting: greeting(told),
    paragraphs: [
      `${told.reviewer} has looked at “${told.title}” and needs something from you. It is with you now.`,
    ],
    quote: { words: told.reason, by: told.reviewer },
    action: see(told),
  }),

  activityDeclined: (told: Decided): Letter => ({
    subject: 'Your activity was declined',
    greeting: greeting(told),
    paragraphs: [`${told.reviewer} has declined “${told.title}”.`],
    quote: { words: told.reason, by: told.reviewer },
    action: see(told),
    after: [newOrAppeal],
  }),

  activityRescinded: (told: Decided): Letter => ({
    subject: 'An approval was taken back',
    greeting: greeting(told),
    paragraphs: [
      `${told.reviewer} has taken back the approval of “${told.title}”. It no longer counts towards ` +
        'your programmes.',
    ],
    quote: { words: told.reason, by: told.reviewer },
    action: see(told),
    after: [newOrAppeal],
  }),

  declineReason: {
    notTheRightPerson: 'they are not the right person to ask',
    doNotKnowStudent: 'they do not know you',
    cannotJudge: 'they cannot judge it',
    didNotHappen: 'they say that it did not happen like this',
    other: 'they give a reason of their own',
  },
}
