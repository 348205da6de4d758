import type { Letter } from '../letter'

interface AboutProposal {
  name: string
  title: string
  unit: string
  url: string
  reason: string
}

const greeting = ({ name }: AboutProposal) => `Dear ${name},`
const quote = ({ reason, unit }: AboutProposal) => ({ words: reason, by: unit })

/** To an address in a domain that staff want to link to a unit. */
export const domainMail = {
  code: (told: {
    unit: string
    institution: string
    domain: string
    code: string
    minutes: number
  }): Letter => ({
    subject: 'Six digits for your organisation',
    greeting: 'Good day,',
    paragraphs: [
      `${told.institution} wants to know whether addresses at ${told.domain} belong to ${told.unit}. If they do, ` +
        'give these digits to whoever asked you there:',
    ],
    code: told.code,
    after: [
      `They work for ${told.minutes} minutes. If nobody asked you, leave this letter alone: nothing happens.`,
    ],
  }),
}

/** What became of an opportunity that a student proposed. */
export const opportunityMail = {
  opened: (told: AboutProposal): Letter => ({
    subject: 'What you proposed is in the catalogue',
    greeting: greeting(told),
    paragraphs: [`${told.unit} has opened “${told.title}”. You and others can log it from its page now.`],
    action: { words: 'Open its page', url: told.url },
  }),

  returned: (told: AboutProposal): Letter => ({
    subject: 'A question about what you proposed',
    greeting: greeting(told),
    paragraphs: [`${told.unit} has looked at “${told.title}” and sends it back to you.`],
    quote: quote(told),
    action: { words: 'Change it and propose it again', url: told.url },
  }),

  declined: (told: AboutProposal): Letter => ({
    subject: 'What you proposed stays out of the catalogue',
    greeting: greeting(told),
    paragraphs: [`${told.unit} does not take “${told.title}” into the catalogue.`],
    quote: quote(told),
    after: ['You can still log what you did there in your own words: it counts the same.'],
  }),
}
