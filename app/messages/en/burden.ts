import { plural } from './numbers'

/** What is asked of whom, and how long answers take. */
export const burden = {
  page: 'Who is asked',
  heading: 'What we ask of those who confirm.',
  note: 'In the order of their addresses. Somebody with many open requests may need a colleague, or fewer students.',
  unit: 'Unit',
  allUnits: 'All that you look after',
  period: 'Asked within',
  days: (count: number) => plural(count, { one: 'one day', other: '# days' }),
  show: 'Show',
  none: 'Nobody on this page was asked anything in this time.',
  caption: 'Requests by person',
  who: 'Person',
  open: 'Open',
  answered: 'Answered',
  declined: 'Declined',
  median: 'Median days to answer',
  noMedian: 'none yet',
  age: (from: number, to: number | null) => (to === null ? `${from} days and longer` : `${from} to ${to} days`),
  waiting: (count: number, age: string) => `${count} open for ${age}`,
  ageing: 'How long they are open',
  erased: 'somebody whose name was erased',
}
