import { capital, plural, spell } from './numbers'

export const common = {
  brand: 'Vouch',
  line: 'What you did, vouched for.',
  homeOf: 'Vouch, home',
  skip: 'Skip to the content',
  title: (page: string) => `${page} · Vouch`,
  titleWithErrors: (page: string) => `Error: ${page}`,

  nav: {
    label: 'Main',
    bottom: 'Main, at the bottom',
    home: 'Home',
    activities: 'Activities',
    log: 'Log',
    logAnActivity: 'Log an activity',
    programmes: 'Programmes',
    design: 'Design',
    credentials: 'Credentials',
    requests: 'Requests',
    opportunities: 'Opportunities',
    units: 'Units',
    records: 'Records',
    rosters: 'Lists',
    review: 'Review',
    awards: 'Awards',
    appeals: 'Appeals',
    burden: 'Who is asked',
    concerns: 'Concerns',
    exports: 'Exports',
    issuing: 'Transcripts',
    paperRuns: 'Papers for many',
    people: 'People',
    keys: 'Signing keys',
    catalogue: 'Catalogue',
    more: 'More',
    signIn: 'Sign in',
  },
  account: {
    of: (name: string) => `Account of ${name}`,
    settings: 'Your account',
    signOut: 'Sign out',
  },
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  footer: {
    label: 'About this site',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    verify: 'Verify a credential',
  },

  form: {
    optional: 'optional',
    sending: 'One moment',
    choose: 'Choose',
    errors: (count: number) =>
      count === 1
        ? 'One thing to put right. Everything you wrote is still here.'
        : `${capital(spell(count))} things to put right. Everything you wrote is still here.`,
    refused: 'This could not be done. Everything you wrote is still here.',
  },
  problem: {
    notFound: {
      title: 'There is nothing here for you.',
      words: 'The address is wrong or was cut off, or what was here is private or gone.',
    },
    asked: {
      title: 'This link leads nowhere.',
      words:
        'Mail programs sometimes cut long links in two. Open the mail again and follow its link, or copy the whole ' +
        'of it. If that does not help, somebody may have taken the request back.',
    },
    shown: {
      title: 'There is nothing to see here.',
      words:
        'The address may be cut off, or whoever holds the credential keeps it to themselves. ' +
        'If you were given a file, it can be checked all the same.',
    },
    tooMany: {
      title: 'That was a little fast.',
      words: 'Wait a minute, then try again. Nothing you wrote is lost.',
    },
    broken: {
      title: 'Something broke on our side.',
      words: 'It is not your fault and has been noted. Go back and try again; what you had saved is safe.',
    },
    home: 'To the start',
    askAgain: 'Ask for the mail again',
    askAgainSubject: 'Please send me the mail again',
    verify: 'Verify a credential',
    contact: (institution: string) => `Something else? Write to ${institution}:`,
  },
  flash: { close: 'Close' },
  pager: { older: 'Show older', newer: 'Back to the newest', of: 'Pages' },
  table: { same: 'The same as a table' },
  breadcrumb: 'Where you are',

  time: {
    // With spaces that do not break: a figure stays with its unit.
    hours: (hours: string) => `${hours}\u00A0h`,
    hoursAndMinutes: (hours: string, minutes: string) => `${hours}\u00A0h\u00A0${minutes}`,
    minutes: (minutes: string) => `${minutes}\u00A0min`,
    today: 'today',
    yesterday: 'yesterday',
    weekday: (name: string, day: string) => `${name}, ${day}`,
    since: (day: string) => `since ${day}`,
    on: (day: string) => `on ${day}`,
    period: (from: string, to: string) => `${from} to ${to}`,
    ongoing: (from: string) => `since ${from}`,
    days: (count: number) => plural(count, { one: '# day', other: '# days' }),
  },
}
