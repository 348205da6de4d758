import { capital, plural, spell } from './numbers'

/** All that waits for one person's word. */
export const waiting = {
  page: 'Waiting for you',
  heading: (count: number, isMore: boolean) => {
    if (count === 0) return 'Nobody waits for you.'
    if (isMore) return `More than ${count} requests wait for your word.`
    return plural(count, {
      one: 'One request waits for your word.',
      other: `${capital(spell(count))} requests wait for your word.`,
    })
  },
  olderHeading: 'The requests after these',
  note: (mailbox: string) => `All that was sent to ${mailbox}, oldest first. This browser needs no other code for 30 days.`,
  group: (count: number) => plural(count, { one: '# student', other: '# students' }),
  together: (count: number) => plural(count, { one: 'Confirm this one', other: 'Confirm these # together' }),
  each: 'Or one by one',
  since: (since: string) => `the oldest ${since}`,
  confirmed: (count: number) =>
    plural(count, {
      one: 'One student is confirmed and recorded. A copy goes to you by mail.',
      other: '# students are confirmed and recorded. One copy goes to you by mail.',
    }),
  nothing: 'When a student names you as somebody who saw what they did, it stands here and goes to you by mail.',

  lately: 'Answered lately',
  latelyNote: 'Open one to see what was recorded, to say it anew or to take it back.',
  answered: {
    endorsed: 'You confirmed',
    returned: 'You asked something first',
    declined: 'You declined',
  },
  outcome: {
    approved: 'approved by the university',
    open: 'with the university for review',
    closed: 'the student goes on from there',
    takenBack: 'taken back',
  },

  digest: {
    title: 'How often shall we write?',
    note: 'This is about new requests and reminders. Codes and copies always go at once.',
    label: 'Mail about requests',
    choices: {
      each: ['One mail for each request', 'As soon as a student asks.'],
      daily: ['One a day', 'All that came in a day, in one mail.'],
      weekly: ['One a week', 'All that came in a week, in one mail.'],
    },
    button: 'Keep this',
  },

  others: (count: number) =>
    plural(count, { one: 'One more waits for you', other: `${capital(spell(count))} more wait for you` }),
  all: 'All that waits for you',
}
