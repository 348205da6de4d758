import { capital, plural, spell } from './numbers'

const checks = (count: number) => `${spell(count)} ${plural(count, { one: 'check', other: 'checks' })}`

/** The door where anyone checks any credential. */
export const verify = {
  title: 'Verify a credential',
  heading: 'Is this credential genuine?',
  intro: 'From us or from anyone else. We keep nothing you put here.',
  file: 'A file',
  fileHint: 'JSON, JWT, PNG, SVG or PDF, up to 12 MB. Choose it, or drop it on the field.',
  paste: 'Or paste its address, or the text itself',
  check: 'Check',

  refused: {
    nothing: 'Choose a file, or paste an address or the text of a credential.',
    tooLarge: 'This is longer than any file with a credential that can be read here (12 MB).',
    unread: {
      'not-shared':
        'Nothing is shared at this address. Its holder may have switched it off; ask them for the file.',
      'not-a-url': 'This is not an address that can be opened.',
      'not-https': 'Only addresses with https:// are opened from here.',
      'not-public': 'This address is not a public one, so it is not opened from here.',
      'no-such-host': 'There is no such place on the network. Look at the address again.',
      unreachable: 'Nothing answers at this address. Try again later, or ask for the file.',
      'redirected-away': 'This address leads on to another site. Paste the one it leads to.',
      'too-many-redirects': 'This address leads on and on. Ask for the file instead.',
      'bad-answer':
        'What answers at this address is not a credential. It may be private, or switched off by its holder.',
      'too-long': 'What answers at this address is longer than any credential that can be read here (1 MB).',
      'too-slow': 'This address took too long to answer. Try again later, or ask for the file.',
    },
  },

  verdict: {
    passed: 'Genuine. Everything there is to check has passed.',
    likely: (open: number) =>
      `Genuine, as far as we can see. ${capital(spell(open))} ${plural(open, {
        one: 'thing',
        other: 'things',
      })} could not be checked.`,
    unknown: 'We cannot tell whether this is genuine.',
    failed: 'Do not rely on this credential.',
  },
  count: (passed: number, all: number, failed: number) => {
    if (failed > 0) return `${capital(spell(failed))} of ${checks(all)} failed.`
    if (passed === all) return `${capital(checks(all))} passed.`
    return passed === 0
      ? 'Nothing could be checked, nothing failed.'
      : `${capital(spell(passed))} of ${checks(all)} passed, none failed.`
  },
  insideFailed: (count: number) =>
    `${capital(spell(count))} of what it carries ${plural(count, {
      one: 'does',
      other: 'do',
    })} not pass its own checks; see below.`,
  to: (name: string) => `to ${name}`,
  calls: (did: string) => `Calls its holder ${did}. Whoever presents it can show in a wallet that this is theirs.`,
  by: (name: string) => `by ${name}`,
  on: (day: string) => `on ${day}`,
  unnamed: 'A credential without a name',
  kinds: {
    'open-badge': 'Open Badge 3.0',
    endorsement: 'Endorsement, Open Badges 3.0',
    clr: 'Learner record, CLR 2.0',
    'open-badge-2': 'Open Badge 2.0',
  },
  inside: (count: number) =>
    plural(count, { one: 'The credential inside', other: 'The # credentials inside' }),
  othersInside: (count: number, hasFailures: boolean) =>
    `${plural(count, { one: 'One more is', other: '# more are' })} not listed${hasFailures ? '; some of them failed as well.' : '.'}`,
  failedWithin: (count: number) =>
    plural(count, { one: 'An endorsement in it does not pass its own checks.', other: '# endorsements in it do not pass their own checks.' }),
  insideNote: 'Each is checked on its own.',
  seeChecks: 'Its checks',
  meaningsTitle: 'What the three answers mean',
  many: 'Check many at once',
  api: 'For programs: POST /api/verify answers the same as JSON.',
}
