/** What a state is told with: names as they are shown, days as words ("since Tuesday", "on 12 May"). */
export type Told = {
  who?: string
  since?: string
  on?: string
  why?: string
  level?: string
  version?: number
  figure?: string
}

const by = ({ who }: Told) => (who ? ` by ${who}` : '')
const when = ({ on }: Told) => (on ? ` ${on}` : '')
const because = ({ why }: Told) => (why ? `: ${why}` : '')
const waiting = ({ who = 'an answer', since }: Told) => `Waiting for ${who}${since ? ` ${since}` : ''}`

export const status = {
  activity: {
    draft: (told: Told) => (told.on ? `Draft, saved ${told.on}` : 'Draft'),
    submitted: waiting,
    endorsed: (told: Told) => `Endorsed${by(told)}${when(told)}`,
    inReview: (told: Told) => waiting({ who: 'the review', ...told }),
    approved: (told: Told) => `Approved${by(told)}${when(told)}`,
    returned: (told: Told) => `${told.who ?? 'Somebody'} has a question${when(told)}`,
    declined: (told: Told) => `Declined${by(told)}${because(told)}`,
    withdrawn: (told: Told) => `Withdrawn${by(told)}${when(told)}`,
    rescinded: (told: Told) => `Approval taken back${by(told)}${because(told)}`,
  },
  request: {
    queued: () => 'Goes out in a minute',
    sent: (told: Told) => `Sent${told.who ? ` to ${told.who}` : ''}${when(told)}`,
    started: (told: Told) => `Begun${by(told)}${when(told)}`,
    answered: (told: Told) => `Answered${by(told)}${when(told)}`,
    returned: (told: Told) => `Returned with a question${by(told)}${when(told)}`,
    declined: (told: Told) => `Declined${by(told)}${because(told)}`,
    undeliverable: (told: Told) => (told.who ? `Our mail to ${told.who} came back` : 'Our mail came back'),
    expired: (told: Told) => `The link ran out${when(told)}`,
    withdrawn: (told: Told) => `Taken back${by(told)}${when(told)}`,
    redirected: (told: Told) => `Passed on${told.who ? ` to ${told.who}` : ''}${when(told)}`,
    takenBack: (told: Told) => `Confirmed, and taken back${when(told)}`,
  },
  review: {
    open: waiting,
    approved: (told: Told) => `Approved${by(told)}${when(told)}`,
    returned: (told: Told) => `Returned${by(told)}${when(told)}`,
    declined: (told: Told) => `Declined${by(told)}${when(told)}`,
    rescinded: (told: Told) => `Approval taken back${by(told)}${when(told)}`,
    flagged: (told: Told) => told.why ?? 'Facts to look at',
  },
  judgement: {
    atLevel: (told: Told) => `Seen: ${told.level ?? ''}`,
    notYet: () => 'Observed, not yet at a level',
    notObserved: () => 'Not observed',
  },
  requirement: {
    met: () => 'Met',
    waiting: ({ figure, ...told }: Told) =>
      figure ? `${figure}, the rest is waiting` : waiting({ who: 'somebody', ...told }),
    begun: (told: Told) => told.figure ?? 'Begun',
    open: (told: Told) => told.figure ?? 'Not begun',
  },
  programme: {
    draft: (told: Told) => (told.version ? `Draft of version ${told.version}` : 'Draft'),
    inReview: (told: Told) => (told.who ? `With ${told.who} to publish` : 'Waiting to be published'),
    published: (told: Told) => (told.version ? `Published, version ${told.version}` : 'Published'),
    retired: (told: Told) => `Retired${when(told)}`,
  },
  award: {
    offered: (told: Told) => `Offered${by(told)}${when(told)}`,
    accepted: (told: Told) => `Accepted${by(told)}${when(told)}`,
    declined: (told: Told) => `Declined${by(told)}${when(told)}`,
    lapsed: (told: Told) => `Offer ran out${when(told)}`,
  },
  credential: {
    valid: () => 'Valid',
    revoked: (told: Told) => `Revoked${when(told)}${because(told)}`,
    expired: (told: Told) => `Ran out${when(told)}`,
    superseded: () => 'Replaced; ask the holder',
    unshared: () => 'Valid, seen by nobody else',
  },
  check: {
    passed: () => 'Passed',
    failed: () => 'Failed',
    unknown: () => 'Could not be checked',
  },
  appeal: {
    open: waiting,
    upheld: (told: Told) => `Upheld${by(told)}${when(told)}`,
    dismissed: (told: Told) => `Dismissed${by(told)}${when(told)}`,
    withdrawn: (told: Told) => `Taken back${by(told)}${when(told)}`,
  },
  track: {
    label: 'Where this activity stands',
    logged: 'Logged',
    endorsed: 'Endorsed',
    reviewed: 'Reviewed',
    approved: 'Approved',
    done: 'done',
    current: 'now',
    next: 'still to come',
  },
  disc: {
    nothing: 'Nothing yet',
    claimed: (level: string) => `${level}, claimed and not yet approved`,
  },
  assurance: {
    staff: 'University staff',
    staffHow: (institution: string) => `Signed in with ${institution}`,
    organisation: 'Organisation address, confirmed by code',
    organisationHow: (domain: string) => `${domain} belongs to a partner we know`,
    email: 'Any address, confirmed by code',
    emailHow: 'We know that the address answered, and no more',
    short: { staff: 'staff', organisation: 'organisation address', email: 'any address' },
    line: (who: string, known: string) => `${who}, ${known}`,
  },
}
