import { capital, plural, spell } from './numbers'

/** All that students submitted, for those who review it. */
export const records = {
  page: 'Records',
  heading: (shown: number, isMore: boolean) => {
    if (shown === 0) return 'Nothing was submitted yet.'
    if (isMore) return 'All that was submitted, what was begun last first.'
    return `${capital(spell(shown))} ${plural(shown, {
      one: 'activity was',
      other: 'activities were',
    })} submitted.`
  },
  found: (shown: number, isMore: boolean) => {
    if (shown === 0) return isMore ? 'Nothing matches among the latest.' : 'Nothing matches.'
    const count = isMore ? `More than ${spell(shown)}` : capital(spell(shown))
    return `${count} ${plural(shown, { one: 'activity matches', other: 'activities match' })}.`
  },
  furtherHeading: 'What was submitted, further on.',
  below: 'In the units you review, whatever became of it.',
  furtherBack: 'Each of these words is frequent, and together they are rare. Go on to look further back.',
  nothing: 'Take away a word or a filter. What is still a draft is its student’s alone.',
  label: 'Activities',
  search: 'Student, activity or organisation',
  unit: 'Unit',
  state: 'State',
  any: 'Any',
  find: 'Search',
  all: 'Show all',
  next: 'Show more',
  first: 'Back to the first',
  toAll: 'Search all records',
  states: {
    submitted: 'Waiting for an answer',
    inReview: 'In review',
    approved: 'Approved',
    returned: 'Returned',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    rescinded: 'Approval taken back',
  },
}
