import type { Letter } from '../letter'

/** One request among several, as much as may stand in a mail. */
export interface Waiting {
  /** First name and initial. */
  student: string
  title: string
  period: string
}

/** Of our own accord: what waits for an endorser, and what nobody answered. */
export const reminderMail = {
  waiting: (told: {
    endorser: string
    institution: string
    requests: readonly Waiting[]
    hasNew: boolean
    url: string
    stopUrl: string
    contact: string
  }): Letter => ({
    subject: `${told.requests.length} students of ${told.institution} wait for your word`,
    greeting: `Dear ${told.endorser},`,
    paragraphs: ['They say that you saw what they did, and ask you to confirm it. One code opens them all.'],
    facts: told.requests.map(({ student, title, period }) => ({ label: student, value: `${title}, ${period}` })),
    action: { words: 'See all that waits for you', url: told.url },
    after: [
      'Several students of one activity can be answered on one page. There you also choose how often we ' +
        'write to you.',
    ],
    ...(told.hasNew && {
      note: [
        `${told.institution} records what its students do outside class and lets whoever saw it confirm it. ` +
          'For this we keep your name, this address and what you answer, as long as the record that rests ' +
          `on it. Questions, or to have it corrected or removed: ${told.contact}.`,
      ],
    }),
    stop: { words: 'Please do not ask me again', url: told.stopUrl },
  }),

  unanswered: (told: { name: string; title: string; endorser: string; url: string }): Letter => ({
    subject: 'Nobody has answered yet',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      `We have written to ${told.endorser} about “${told.title}” four times in three weeks. The link still ` +
        'works, but we do not write again.',
    ],
    action: { words: 'Ask somebody else', url: told.url },
    after: ['Whoever coordinates this unit knows of it too, and may know whom to ask.'],
  }),

  escalated: (told: { student: string; title: string; endorser: string; organisation: string; contact: string }): Letter => ({
    subject: 'A student’s request stays without an answer',
    greeting: 'Hello,',
    paragraphs: [
      `${told.endorser} was asked to confirm “${told.title}” (${told.organisation}) for ${told.student}, and has ` +
        'not answered in three weeks.',
    ],
    after: [
      'Perhaps you know who is responsible there now, or can speak to them. The student can ask somebody ' +
        `else at any time. Questions about this mail: ${told.contact}.`,
    ],
  }),
}
