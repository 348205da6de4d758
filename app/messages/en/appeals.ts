import { capital, plural, spell } from './numbers'

/** Against a decision of the review: the student's side, and whoever decides. */
export const appeals = {
  page: 'Appeals',
  heading: (count: number, isMore: boolean) => {
    if (isMore) return `More than ${count} appeals are open.`
    if (count === 0) return 'No appeal is open.'
    return plural(count, { one: 'One appeal is open.', other: `${capital(spell(count))} appeals are open.` })
  },
  note: 'The nearest deadline first. Whoever decided or confirmed something before leaves it to a colleague.',
  none: 'When a student appeals what the review decided, it stands here and goes by mail to who can decide it.',
  label: 'Open appeals',
  about: (title: string, student: string) => `${title}, ${student}`,
  opened: (on: string) => `Came in ${on}`,
  due: (day: string) => `Due on ${day}`,
  late: (day: string) => `Was due on ${day}`,

  one: {
    student: 'The student',
    text: 'In the student’s words',
    decision: 'What was decided',
    decisionNote: (version: number) => `About version ${version}.`,
    see: 'Read the activity as the review saw it',
    decide: 'Your decision',
    decideNote: 'The student reads your words.',
    outcome: 'The appeal is',
    outcomes: { upheld: 'Upheld', dismissed: 'Dismissed' },
    follows: {
      upheld: 'The activity is in review again, with somebody other than before',
      dismissed: 'What was decided stands',
    },
    reason: 'Why',
    button: 'Decide',
    barred: 'You have decided or confirmed something here before, so a colleague decides this appeal.',
    done: { upheld: 'Upheld. The activity is in review again.', dismissed: 'Dismissed. The student is told why.' },
  },

  student: {
    page: 'Appeal',
    link: 'Appeal this decision',
    until: (day: string) => `until ${day}`,
    heading: (title: string) => `Appeal what was decided about ${title}?`,
    note: (days: number) =>
      `Somebody who has decided nothing about it so far answers within ${days} days. If they agree with you, it is in ` +
      'review again, with somebody else than before.',
    text: 'Why should it be looked at again?',
    textHint: 'What was overlooked, or misunderstood. You need not repeat what stands in the activity.',
    send: 'Appeal',
    keep: 'Not now',
    sent: 'Your appeal is in. You hear by mail what was decided.',
    none: 'There is no decision here that could be appealed now.',
    title: 'Your appeal',
    who: 'somebody who has not decided before',
    by: (day: string) => `They answer by ${day}.`,
    lateBy: (day: string) => `They should have answered by ${day}; we remind them.`,
    dropTitle: (title: string) => `Take back the appeal about ${title}?`,
    dropFollows: 'What the review decided then stands, and this decision cannot be appealed again.',
    leave: 'Leave it open',
    takeBack: 'Take the appeal back',
    takenBack: 'The appeal is taken back. What was decided stands.',
    revise: 'Opening a new version takes the appeal back.',
  },
}
