import { plural } from './numbers'

export const charts = {
  sameAsTable: 'The same as a table',
  days: {
    asTable: 'The days as a table',
    day: 'Day',
    time: 'Time',
    note: 'Note',
    least: 'up to 1 h',
    most: '3 h and more',
  },
  timeline: {
    label: 'Your activities by calendar',
    activity: 'Activity',
    period: 'From when to when',
    hours: 'Hours',
    state: 'State',
    today: 'Today',
    awarded: 'Credential awarded',
    states: {
      counted: 'approved',
      waiting: 'waiting for somebody',
      asking: 'needs you',
      draft: 'not asked yet',
    },
  },
  because: {
    counts: 'What counts',
    doesNotCount: 'What does not count',
    uncounted: (count: number) =>
      plural(count, { one: '# thing does not count here', other: '# things do not count here' }),
  },
  competencies: {
    goal: (level: string) => `asked for: ${level}`,
    none: 'Not seen yet',
  },
  progress: (met: number, all: number, waiting: number) =>
    plural(all, { one: `${met} of # requirement met`, other: `${met} of # requirements met` }) +
    (waiting > 0 ? `, ${waiting} waiting` : ''),
}
