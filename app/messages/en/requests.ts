import { capital, plural, spell } from './numbers'

/** The inbox of somebody who is asked and can sign in. */
export const requests = {
  page: 'Requests',
  heading: (count: number, isMore: boolean) => {
    if (isMore) return `More than ${count} students wait for your word.`
    return plural(count, {
      one: 'One student waits for your word.',
      other: `${capital(spell(count))} requests wait for your word.`,
    })
  },
  olderHeading: 'The requests after these',
  note: 'Oldest first. You need no code for these: you are signed in.',
  asks: (student: string) => `${student} asks.`,
  facts: (role: string, organisation: string) => `${role}, ${organisation}`,
  work: (period: string, time: string, claims: number) =>
    `${period}, ${time}, ${plural(claims, { one: '# claim', other: '# claims' })}`,
  waiting: (since: string) => `Waiting ${since}`,
  answer: 'See and answer',
  answerOf: (student: string, title: string) => `See and answer ${student}: ${title}`,
  empty: {
    heading: 'Nobody waits for you.',
    title: 'Your word, asked for',
    what:
      'When a student names you as somebody who saw what they did, it stands here and goes to you by mail. ' +
      'You say what you saw, in three minutes; the university records it.',
  },
}
