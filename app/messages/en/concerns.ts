import { capital, plural, spell } from './numbers'

/** What somebody reported, as the office reads it. */
export const concerns = {
  page: 'Concerns',
  heading: (count: number, isMore: boolean) => {
    if (isMore) return `More than ${count} concerns are open.`
    if (count === 0) return 'No concern is open.'
    return plural(count, {
      one: 'One concern is open.',
      other: `${capital(spell(count))} concerns are open.`,
    })
  },
  headingClosed: 'Concerns that were closed.',
  note: 'The longest waiting first. Students do not see what was reported.',
  none: 'When somebody reports something about a request or a credential, it stands here and goes to the office by mail.',
  noneClosed: 'None was closed so far.',
  toOpen: 'Those that are open',
  toClosed: 'Those that were closed',
  about: (title: string, student: string) => `${title}, ${student}`,
  gone: 'What it was about is gone',
  by: (reporter: string, on: string) => `Reported by ${reporter} ${on}`,
  somebody: 'somebody whose name was erased',

  one: {
    reporter: 'Reported by',
    known: { yes: 'Address proved by code, or signed in', no: 'Nobody has checked name or address' },
    when: 'When',
    about: 'About',
    activity: 'See the activity',
    credential: 'See the credential',
    words: 'In their words',
    outcome: 'What was done about it',
    outcomeNote: 'It stays with the concern. Neither the student nor whoever reported it reads this here.',
    close: 'Close the concern',
    closed: (by: string, on: string) => `Closed by ${by} ${on}`,
    erased: 'Erased with whoever reported it.',
    done: 'Closed.',
  },
}
