import type { Letter } from '../letter'
import { plural } from './numbers'

interface Told {
  name: string
  title: string
  endorser: string
  url: string
}

/** What an endorser said anew or took back, and the one copy of what they said of many. */
export const withdrawalMail = {
  amended: (told: Told): Letter => ({
    subject: 'What was confirmed has changed',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      `${told.endorser} has said anew what they confirmed about “${told.title}”. ` +
        'What they said first is withdrawn and counts no more.',
    ],
    action: { words: 'Open the activity', url: told.url },
    after: ['The page shows what stands now, and who has it.'],
  }),

  takenBack: (told: Told & { reason: string }): Letter => ({
    subject: 'Somebody took back what they confirmed',
    greeting: `Dear ${told.name},`,
    paragraphs: [`${told.endorser} has taken back what they confirmed about “${told.title}”.`],
    quote: { words: told.reason, by: told.endorser },
    action: { words: 'Open the activity', url: told.url },
    after: ['It no longer counts by what they said. You can write a new version and name somebody else who saw it.'],
  }),

  takenBackLate: (told: Told & { reason: string }): Letter => ({
    subject: 'An endorsement under your approval was taken back',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      `You approved “${told.title}”. ${told.endorser}, who had confirmed it, has taken that back.`,
    ],
    quote: { words: told.reason, by: told.endorser },
    action: { words: 'Look at it again', url: told.url },
    after: ['Your approval stands until you take it back. If a credential was issued on it, the registrar’s office decides about that.'],
  }),

  receiptOfMany: (said: {
    endorser: string
    institution: string
    contact: string
    lines: { student: string; title: string }[]
  }): Letter => ({
    subject: 'A copy of what you confirmed',
    greeting: `Dear ${said.endorser},`,
    paragraphs: [
      `Thank you. ${said.institution} has recorded what you confirmed about ` +
        plural(said.lines.length, { one: '# student', other: '# students' }) +
        '.',
    ],
    facts: said.lines.map(({ student, title }) => ({ label: student, value: title })),
    after: [
      'The signed records are attached, one for each student; any verifier of Open Badges can check them.',
      `Something is wrong? Write to ${said.contact}, or open what you said about one of them from your list.`,
    ],
  }),
}
