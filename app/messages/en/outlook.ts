import { capital, plural, spell } from './numbers'

/** How far somebody is on the way to a programme. */
export const outlook = {
  page: 'Programmes',
  heading: (count: number, met: number) => {
    if (count === 0) return 'No programme is published yet.'
    if (met > 0)
      return `${capital(spell(met))} ${plural(met, {
        one: 'programme is',
        other: 'programmes are',
      })} complete.`
    return `${capital(spell(count))} ${plural(count, {
      one: 'programme',
      other: 'programmes',
    })} to work towards.`
  },
  below:
    'Approved work counts towards all of them at once. A filled leaf is met, an amber one waits.',
  empty: 'What a programme asks for stands here as soon as one is published. What you log now will count.',
  of: (measure: string) => `of ${measure}`,
  held: 'You hold this credential.',
  offered: 'It is offered to you. Your answer is all that is missing.',
  met: 'Everything it asks for is there. The university offers it to you next.',
  missing: (count: number, sentence: string) =>
    count === 1
      ? `One piece is missing: ${sentence}`
      : `${capital(spell(count))} pieces are missing. Next: ${sentence}`,
  soFar: (have: string, need: string) => `So far ${have} of ${need}.`,
  back: 'Programmes',
  asks: 'What it asks for',
  asksNote: 'And what you have, with what counts and why.',
  heading1: (title: string, missing: number, isMet: boolean, isHeld: boolean, isOffered: boolean) => {
    if (isHeld) return `You hold ${title}.`
    if (isOffered) return `${title} is yours to accept.`
    if (isMet) return `${title}: all of it is there.`
    return `${title}: ${spell(missing)} ${plural(missing, { one: 'piece', other: 'pieces' })} to go.`
  },
  answer: 'Look at the offer and answer',
  open: 'Open the credential',
  public: 'The description anyone can read',
  figure: {
    parts: (have: string, need: string) => `${have} of ${need}`,
    minutes: (have: string, need: string) => `${have} of ${need}`,
    activities: (have: string, need: string) => `${have} of ${need} activities`,
    times: (have: string, need: string) => `${have} of ${need} times`,
    endorsers: (have: string, need: string) => `${have} of ${need} people`,
    assurance: (have: string, need: string) => `${have} of ${need} known well enough`,
    level: (have: string, need: string) => `level ${have}, asked for ${need}`,
    competencies: (have: string, need: string) => `${have} of ${need} competencies`,
    categories: (have: string, need: string) => `${have} of ${need} kinds`,
    days: (have: string, need: string) => `${have} of ${need} days`,
    reflections: (have: string, need: string) => `${have} of ${need} reflections`,
    credentials: (have: string, need: string) => `${have} of ${need} credentials`,
    waivers: () => 'not set aside',
  },
  why: {
    draft: 'A draft nobody has been asked about',
    submitted: 'Waits for an answer',
    inReview: 'In review',
    returned: 'Returned with a question',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    rescinded: 'The approval was taken back',
    earlierRevision: 'Confirmed only for an earlier version,',
    endorsementWithdrawn: 'The endorsement was withdrawn',
    category: 'Another kind of activity',
    outsidePeriod: 'Outside the days asked for',
    paid: 'Paid work',
    creditBearing: 'Work for credit',
    mandatory: 'Required by your studies',
    belowLevel: 'Seen at a lower level',
    notYet: 'Seen, not yet at a level',
    notObserved: 'Not observed',
    noReflection: 'Without a written reflection',
    notConfirmed: 'Nobody confirmed a figure for it',
  },
  seenAt: (level: string) => `seen at ${level}`,
  waiver: 'Set aside by the university',
}
