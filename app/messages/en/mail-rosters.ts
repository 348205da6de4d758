import type { Letter } from '../letter'

interface Listed {
  name: string
  by: string
  title: string
  organisation: string
  hours: string
  url: string
}

/** To students whom somebody lists, or asks into a team. */
export const rosterMail = {
  teammate: ({ name, by, title, url }: Omit<Listed, 'organisation' | 'hours'>): Letter => ({
    subject: `${by} says you did “${title}” together`,
    greeting: `Dear ${name},`,
    paragraphs: [`${by} has logged “${title}” and says that you did it together.`, 'If so, log it for yourself. What it was is there already; your own role is yours to say.'],
    action: { words: 'Look at it', url },
    after: ['Nothing is on your record before you say so.'],
  }),

  listed: ({ name, by, title, organisation, hours, url }: Listed): Letter => ({
    subject: `${by} lists you for “${title}”`,
    greeting: `Dear ${name},`,
    paragraphs: [
      `${by} wrote down who took part in “${title}” (${organisation}) and lists you with ${hours}.`,
      'If that is so, make it an activity of yours: the facts are there already, and you say what it showed.',
    ],
    action: { words: 'Look at it', url },
    after: ['Nothing is on your record before you say so, and nothing has to be done if it is wrong.'],
  }),
}
