import type { Letter } from '../letter'

interface Asked {
  name: string
  organisation: string
  title: string
  institution: string
  contact: string
  isPublished: boolean
  url: string
}

/** To organisations that are asked about a programme. */
export const partnerMail = {
  asked: ({ name, organisation, title, institution, contact, isPublished, url }: Asked): Letter => ({
    subject: `What does ${organisation} think of “${title}”?`,
    greeting: `Dear ${name},`,
    paragraphs: [
      isPublished
        ? `${institution} awards “${title}” for work outside class, and asks whether ${organisation} endorses it.`
        : `${institution} prepares “${title}”, a credential for work outside class, and would like to hear what ` +
          `${organisation} thinks of it before it is published.`,
      'The link shows what the holder can do and what it takes. Opening it does nothing, and you need no account. ' +
        'It works for 30 days.',
    ],
    action: { words: 'Look at the programme', url },
    after: [
      `We keep your name, your address and what you say with the programme. If you would rather not be asked, the ` +
        `page has a button for it, or write to ${contact}.`,
    ],
  }),
  code: ({ name, code, minutes }: { name: string; code: string; minutes: number }): Letter => ({
    subject: 'Six digits for your endorsement',
    greeting: `Dear ${name},`,
    paragraphs: ['Type these digits in the window where you asked for them. Only then is what you say signed:'],
    code,
    after: [`They work for ${minutes} minutes. If you did not ask for them, leave this letter alone: nothing happens.`],
  }),
}
