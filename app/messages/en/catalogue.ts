import { capital, plural, spell } from './numbers'

/** The university's programmes as anyone may read them. */
export const catalogue = {
  title: 'Programmes',
  heading: (count: number) =>
    count === 0
      ? 'No programme is published yet.'
      : `${capital(spell(count))} ${plural(count, {
          one: 'programme',
          other: 'programmes',
        })} to earn outside class.`,
  intro: (institution: string) =>
    `Each is made of work that others saw and ${institution} reviewed. Whoever meets what it asks for ` +
      'is offered the credential.',
  empty: 'What a programme asks for is published here before anyone can earn it.',
  workload: (hours: string, credits: string | null) => (credits ? `${hours}, ${credits}` : hours),
  credits: (credits: number) => plural(credits, { other: '# ECTS' }),
  kind: (type: string, level: string) => `${type}, ${level.toLowerCase()}`,

  outcomes: 'What the holder can do',
  outcomesNote: (levels: readonly string[]) => `Levels run from ${levels[0]} to ${levels.at(-1)}.`,
  asks: 'What it takes',
  asksNote: 'All of it is checked against approved work.',
  details: 'Details',
  detailsNote: 'The elements of the European approach to micro-credentials.',
  version: (version: number) => `Version ${version}`,
  newer: (version: number) =>
    `Version ${version} is in force now. This one stays here for those who earned it.`,
  seeNewer: 'Read the version in force',
  retired: 'This programme is no longer awarded. It stays here for those who earned it.',

  terms: { type: 'Type', validity: 'Valid for', fee: 'Fee', accreditation: 'Accreditation' },
  months: (months: number) =>
    months % 12 === 0
      ? plural(months / 12, { one: '# year', other: '# years' })
      : plural(months, { one: '# month', other: '# months' }),
  withoutEnd: 'Without end',
}
