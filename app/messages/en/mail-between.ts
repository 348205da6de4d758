import type { Letter } from '../letter'

interface ToStudent {
  name: string
  title: string
  endorser: string
  url: string
}

interface ToEndorser {
  endorser: string
  institution: string
  /** First name and initial. */
  student: string
  title: string
  /** The last day on which the link works, in words. */
  until: string
  url: string
  stopUrl: string
}

/** Between students and whoever was asked, and to the office. */
export const betweenMail = {
  questionAsked: ({ name, title, endorser, question, url }: ToStudent & { question: string }): Letter => ({
    subject: 'A question about your activity',
    greeting: `Dear ${name},`,
    paragraphs: [`${endorser} would like to know something about “${title}”. They still have your request.`],
    quote: { words: question, by: endorser },
    action: { words: 'Answer the question', url },
    after: ['Your answer goes to them from us; neither of you sees the other’s address.'],
  }),

  questionAnswered: (told: ToEndorser & { reply: string }): Letter => ({
    subject: `An answer from a student of ${told.institution}`,
    greeting: `Dear ${told.endorser},`,
    paragraphs: [`${told.student} has answered what you asked about “${told.title}”.`],
    quote: { words: told.reply, by: told.student },
    action: { words: 'Back to the request', url: told.url },
    after: [`It is the link that you have. It works until ${told.until}; please do not pass it on.`],
    stop: { words: 'Please do not ask me again', url: told.stopUrl },
  }),

  passedOn: ({ name, title, endorser, colleague, url }: ToStudent & { colleague: string }): Letter => ({
    subject: 'Somebody else has your request now',
    greeting: `Dear ${name},`,
    paragraphs: [
      `${endorser} has left and can no longer confirm “${title}”. ${colleague} comes after them and has it now.`,
    ],
    action: { words: 'Open the activity', url },
    after: ['You need not do anything. If you know who saw it better, name them on the page.'],
  }),

  handedOver: ({ name, title, endorser, colleague, url }: ToStudent & { colleague: string }): Letter => ({
    subject: 'Somebody else has your request now',
    greeting: `Dear ${name},`,
    paragraphs: [`${endorser} has handed “${title}” over to ${colleague}, who has it now.`],
    action: { words: 'Open the activity', url },
    after: ['You need not do anything. Whoever reviews sees both names.'],
  }),

  concernReported: (told: {
    office: string
    reporter: string
    address: string
    isProven: boolean
    text: string
    url: string
  }): Letter => ({
    subject: 'Somebody reports a concern',
    greeting: `To the ${told.office},`,
    paragraphs: [
      told.isProven
        ? 'Somebody who was asked to confirm an activity has noticed something.'
        : 'Somebody who read a shared credential has noticed something. Nobody has checked who they are.',
    ],
    facts: [
      { label: 'Name', value: told.reporter },
      { label: 'Address', value: told.address },
    ],
    quote: { words: told.text, by: told.reporter },
    action: { words: 'Open the concern', url: told.url },
    after: ['The student has not been told.'],
  }),

  concernReceipt: (told: { institution: string; office: string; contact: string; on: string }): Letter => ({
    subject: 'We have what you reported',
    greeting: 'Hello,',
    paragraphs: [
      `On ${told.on} a concern was reported from this address. The ${told.office} of ${told.institution} ` +
        'looks into it and writes to you if something is unclear. The student is not told.',
    ],
    after: [`To add something, or if this was not you, write to ${told.contact}.`],
  }),
}
