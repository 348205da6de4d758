import { plural } from './numbers'

/** Words inside the documents that are signed, and of the sheets made of them. */
export const issuing = {
  category: {
    club: 'Club or society',
    sport: 'Sport',
    arts: 'Arts',
    volunteering: 'Volunteering',
    internship: 'Internship',
    research: 'Research',
    employment: 'Paid work',
    membership: 'Membership',
    other: 'Other',
  },
  activityCriteria: (institution: string) =>
    `Somebody who saw the work confirmed what was done, how much of it and what it showed, and ${institution} approved it.`,
  minutes: 'Confirmed minutes',
  /** What was done and at what scale. */
  scale: (hours: string, activities: number, period: string) =>
    `${hours} of confirmed work in ${plural(activities, { one: 'one activity', other: '# activities' })}, ${period}.`,
  activity: (standing: string, period: string, hours: string) =>
    `${[standing, period, `${hours} confirmed`].filter(Boolean).join('; ')}.`,
  confirmedBy: (who: string, assurance: string) => `Confirmed by ${who} (${assurance}).`,
  somebody: 'somebody who was there',
  evidence: (names: string) => `Evidence the holder can show: ${names}.`,
  /** What the European standard elements are called beside what they say. */
  elements: {
    awardingBody: 'Awarding body',
    country: 'Country of the issuer',
    level: 'Level',
    workload: 'Notional workload',
    assessment: 'Type of assessment',
    assessor: 'Assessor',
    participation: 'Form of participation',
    qualityAssurance: 'Quality assurance',
    supervision: 'Supervision and identity check',
    prerequisites: 'Prerequisites',
    leadsTo: 'Stacks towards',
    contact: 'Where to ask',
  },
  levelOf: (level: string, eqfLevel: number | null, basis: string) =>
    eqfLevel === null ? `${level} (${basis})` : `${level}, EQF ${eqfLevel} (${basis})`,
  workload: (hours: string, credits: string | null, basis: string | null) =>
    credits === null ? hours : `${hours}, ${credits} ECTS${basis ? ` (${basis})` : ''}`,
}
