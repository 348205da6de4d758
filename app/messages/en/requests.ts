import { plural } from './numbers'

/** The inbox of somebody who is asked and can sign in. */
export const requests = {
  page: 'Requests',
  note: 'Oldest first. You need no code for these: you are signed in.',
  asks: (student: string) => `${student} asks.`,
  facts: (role: string, organisation: string) => `${role}, ${organisation}`,
  work: (period: string, time: string, claims: number) =>
    `${period}, ${time}, ${plural(claims, { one: '# claim', other: '# claims' })}`,
  waiting: (since: string) => `Waiting ${since}`,
  answer: 'See and answer',
  answerOf: (student: string, title: string) => `See and answer ${student}: ${title}`,
}
