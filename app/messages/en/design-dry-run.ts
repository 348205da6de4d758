import { capital, plural, spell } from './numbers'

const people = (count: number) => capital(plural(count, { one: 'One student', other: '# students' }))

/** Who they are as a subject, nobody among them. */
const who = (count: number) => (count === 0 ? 'no student' : spell(count))

/** A version tried on the real cohort: nobody hears of it, and nothing is kept. */
export const designDryRun = {
  page: (title: string) => `${title}: dry run`,
  before: 'What would it do to the students there are?',
  note: 'Every student with approved work is looked at. Nobody hears of it, nothing is kept, and no faculty or year with fewer than ten is told.',
  run: 'Try it',
  again: 'Try it again',
  underway: (looked: number) =>
    looked === 0 ? 'The students are being looked at.' : `${plural(looked, { one: 'One student was', other: '# students were' })} looked at so far.`,
  look: 'Look again',
  heading: (met: number, missingOne: number) =>
    `${met === 0 ? 'Nobody' : capital(spell(met))} would earn it today, ${
      missingOne === 0 ? 'nobody misses' : `${spell(missingOne)} ${plural(missingOne, { one: 'misses', other: 'miss' })}`
    } one thing.`,
  students: (count: number) => plural(count, { one: 'One student with approved work.', other: '# students with approved work.' }),
  bar: (met: number, of: number) => `${met} of ${of} would earn it`,
  missing: 'What the one thing is',
  missingNote: 'Of those who miss exactly one.',
  nobodyNear: 'Nobody misses exactly one thing.',
  thing: 'Missing',
  count: 'Students',
  beside: 'Beside the version in force',
  besideNote: (version: number) => `Version ${version} is in force now.`,
  inForce: (version: number, met: number, missingOne: number) =>
    `By version ${version}, ${who(met)} ${plural(met, { one: 'earns', other: 'earn' })} it and ${who(missingOne)} ${
      plural(missingOne, { one: 'misses', other: 'miss' })} one thing.`,
  gained: (count: number) => `${people(count)} would earn it that do not now.`,
  lost: (count: number) => `${people(count)} would no longer earn it. What was awarded stays.`,
  same: (count: number) => `${people(count)} ${plural(count, { one: 'earns', other: 'earn' })} it by both.`,
  byFaculty: 'By faculty',
  byEntryYear: 'By year of entry',
  faculty: 'Faculty',
  entryYear: 'Year of entry',
  of: 'With approved work',
  met: 'Would earn it',
  metInForce: 'Earn it now',
  few: 'fewer than ten',
  notEnrolled: 'Not enrolled',
  hidden: 'What tells of fewer than ten, or lets it be reckoned, is left out.',
  closest: 'Closest to it',
  closestNote: 'Only those who award read these names.',
}
