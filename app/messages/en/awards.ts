import { capital, plural, spell } from './numbers'

/** The registrar's desk: who is ready for what, and what was offered. */
export const awards = {
  title: 'Awards',
  heading: (ready: number, isMore: boolean) => {
    if (ready === 0) return isMore ? 'Nobody so far waits for an award.' : 'Nobody waits for an award.'
    const count = isMore ? `At least ${spell(ready)}` : capital(spell(ready))
    return `${count} ${plural(ready, { one: 'student is ready', other: 'students are ready' })}.`
  },
  programmes: 'Programmes',
  programmesNote: 'Ready means: every requirement is met by approved work, and no award is in force.',
  readyCount: (ready: number, isMore: boolean) => {
    if (ready === 0) return isMore ? 'Open it to look further' : 'Nobody is ready'
    return isMore ? `At least ${ready} ready` : `${ready} ready`
  },
  none: {
    title: 'No programme is published yet.',
    words: 'Designers build a programme and a second person publishes it. From then on this page says who has earned it.',
  },

  filters: {
    title: 'Who',
    name: 'Name',
    unit: 'Unit, with those below it',
    study: 'Study programme',
    year: 'Entry year',
    any: 'Any',
    apply: 'Show them',
    all: 'All of them',
  },
  expiring: 'What ends soon',

  programme: {
    heading: (title: string, ready: number, isMore: boolean) =>
      ready === 0 ? `${title}: nobody ${isMore ? 'here ' : ''}is ready.` : `${title}: ${isMore ? 'at least ' : ''}${spell(ready)} ${plural(ready, { one: 'is', other: 'are' })} ready.`,
    ready: 'Ready',
    readyNote: 'Each of them meets every requirement today. They get a mail and decide themselves.',
    nobody: 'As soon as somebody’s approved work meets every requirement, they stand here.',
    nobodyHere: 'Nobody among the people looked at for this page. Go on with the next.',
    goOn: 'Go on with the next people',
    first: 'Back to the first',
    choose: 'Whom to offer it to',
    all: (count: number) => `Offer it to all ${spell(count)}`,
    everybody: 'Award to everybody who is ready',
    everybodyFiltered: 'Award to everybody who is ready and fits',
    some: 'Offer it to those chosen',
    nobodyChosen: 'Choose somebody, or offer it to all of them.',
    offered: (count: number) => (count === 0 ? 'Nobody new: all of them have it already.' : `Offered to ${spell(count)}. They have 90 days to answer.`),
    notYet: (count: number) => `${capital(spell(count))} no longer ${plural(count, { one: 'meets', other: 'meet' })} it and ${plural(count, { one: 'was', other: 'were' })} left out.`,
    made: 'Offered and awarded',
    madeNote: 'The latest first.',
    student: 'Student',
    state: 'State',
    credential: 'Credential',
    revoke: 'Revoke',
    see: 'Open',
    noneMade: 'Nothing has been offered yet.',
  },
}
