import { capital, plural, spell } from './numbers'

/** The students of one activity on one page, signed for once. */
export const many = {
  page: 'Confirm many at once',
  above: (organisation: string) => organisation,
  heading: (count: number, title: string) =>
    plural(count, { one: `One student asks about ${title}.`, other: `${capital(spell(count))} students ask about ${title}.` }),
  note: 'What they share you say once. What you saw you say for each: nothing is chosen for you.',
  isMore: 'These are the first of them. The others follow when you have signed.',
  none: 'Nobody waits for you here.',
  back: 'Back to all that waits for you',

  facts: {
    title: 'Is this right?',
    note: 'It holds for all of them. Left empty, it stays as each student wrote it.',
    differs: 'They wrote different ones. Left empty, each keeps their own.',
    role: 'Their role',
    start: 'First day',
    end: 'Last day',
  },

  rubric: {
    title: 'What the levels mean',
    claims: (count: number) => plural(count, { one: '# student claims it', other: '# students claim it' }),
    fill: 'For all that are still empty',
    fillWith: (level: string) => `Choose “${level}”`,
    filled: (count: number) =>
      plural(count, { one: 'One was empty and is now chosen.', other: '# were empty and are now chosen.' }),
  },

  rows: {
    title: 'What did you see?',
    note: 'Of whom you choose nothing, nothing is recorded, and they go on waiting.',
    time: (student: string) => `Hours in all for ${student}`,
    timeShort: 'Hours',
    wrote: (time: string) => `claimed: ${time}`,
    role: (role: string, period: string) => `${role}, ${period}`,
    question: (student: string, competency: string) => `${competency}: what did you see of ${student}?`,
    notYet: 'Not yet at a level',
    notObserved: 'Not observed',
    claimed: (level: string) => `Claimed: ${level}`,
    read: (student: string) => `What ${student} wrote`,
    evidence: (count: number) =>
      plural(count, { one: '# piece of evidence', other: '# pieces of evidence' }),
    except: (student: string) => `Something else for ${student}`,
    leftOut: (student: string) => `Leave ${student} out for now`,
    comment: (student: string) => `Of ${student} alone I add`,
    alone: (student: string) => `Open ${student} alone`,
    aloneNote: 'In a new tab, with the evidence, a question or a decline.',
  },

  words: {
    title: 'In your words',
    statement: 'What would you tell their next employer?',
    statementNote: 'Two or three sentences that are true of each of them. They can be quoted on each credential.',
    private: (institution: string) => `Only for ${institution}`,
    privateNote: 'No student and nobody outside reads this.',
    relationship: 'What were you to them?',
    family: 'None of them is family, and I gain nothing from saying this.',
  },

  confirm: {
    title: 'Confirm',
    summary: 'You confirm, for each student of whom you chose what you saw, the role, the days and the time as they stand above.',
    button: 'Confirm all I chose',
  },
}
