import { capital, plural, spell } from './numbers'

const counted = (count: number, one: string, other: string) =>
  `${capital(spell(count))} ${plural(count, { one, other })}`

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The student's list of activities, and one of them. */
export const activity = {
  named: (title: string, organisation: string) =>
    organisation && title !== organisation ? `${title}, ${organisation}` : title,

  list: {
    page: 'Activities',
    heading: (shown: number, hasOlder: boolean) =>
      hasOlder
        ? 'What you did, latest first.'
        : `${capital(spell(shown))} ${plural(shown, { one: 'thing', other: 'things' })} you did.`,
    olderHeading: 'What you did before that.',
    found: (shown: number, search: string) =>
      shown === 0
        ? `Nothing of yours matches “${search}”.`
        : `${counted(shown, 'match', 'matches')} for “${search}”.`,
    search: 'Search your activities',
    find: 'Search',
    all: 'Show all',
    empty: 'Start with one thing you did.',
    emptyTitle: 'Nothing here yet',
    emptyNote:
      'An activity is one thing you did outside class: a season with a team, a year in a committee, a summer at ' +
      'the food bank. Write down when and what; somebody who was there confirms it; what is confirmed counts ' +
      'towards credentials.',
    first: 'Log your first activity',
    label: 'Your activities',
  },

  nobody: 'Nobody holds it: ask somebody else',
  nobodyHolds: 'Nobody holds it. Name somebody else who saw it; what you wrote stays as it is.',
  somebody: 'Somebody',
  noTime: 'no time yet',
  nextVersion: (version: number) =>
    `Version ${version} is a draft; the approved one counts until it is replaced`,
  participation: { onSite: 'on site', online: 'online', blended: 'partly online' },
  hoursCounted: (hours: string) => `${hours} confirmed`,
  hoursCorrected: (confirmed: string, by: string, claimed: string) =>
    `${confirmed}, corrected by ${by} from ${claimed}`,

  track: {
    loggedNote: (version: number) => (version > 1 ? `by you, version ${version}` : 'by you'),
    by: (names: string) => `by ${names}`,
    onDocument: 'on a document',
    skipped: 'not needed',
    counts: 'it counts',
  },

  actions: {
    continue: 'Continue the draft',
    change: 'Change something',
    answer: 'Answer',
    withdraw: 'Withdraw',
    discard: 'Discard the draft',
    discardVersion: 'Discard this version',
    goOn: 'Go on with it',
    askAnother: 'Ask somebody else',
    remind: 'Remind',
  },

  question: (who: string) => `${who} has a question`,
  answerNote: 'Change what has to be changed, and ask again. Your answer is the next version.',
  declined: (who: string) => `${who} declined it`,
  rescinded: (who: string) => `${who} took the approval back`,
  draftNote: 'Nobody has been asked yet, and nobody else can see this.',

  letters: {
    title: 'The endorsement',
    titleMany: 'Endorsements',
    note: 'What was confirmed stays as it is. Change what they saw, and it speaks for the earlier version only.',
    confirmed: (hours: string, role: string, period: string) => `I confirm ${hours} as ${role}, ${period}.`,
    corrected: (confirmed: string, claimed: string) => `Corrected to ${confirmed}; you wrote ${claimed}.`,
    version: (version: number) => `Speaks for version ${version} of this activity, and no other`,
    recorded: (moment: string) => `Recorded ${moment}`,
    of: (name: string) => `What ${name} confirmed`,
  },

  claims: {
    title: 'Claims and evidence',
    note: (claims: number, pieces: number) =>
      `${capital(plural(claims, { one: 'one claim', other: `${spell(claims)} claims` }))}, ${plural(pieces, {
        one: 'one piece',
        other: `${spell(pieces)} pieces`,
      })} of evidence. All private until you share them.`,
    none: 'Nothing claimed yet.',
    you: 'You claim',
    saw: (name: string) => `${name} saw`,
    evidence: 'Evidence',
    noEvidence: 'No evidence was added.',
    notYet: 'Not yet at a level',
    notObserved: 'Not observed',
    private: 'private',
    showsPeople: 'shows people who agree',
    link: 'Link; what is behind it can change',
    text: 'Text',
    readText: 'Read it',
  },

  account: {
    title: 'In your words',
    situation: 'Situation',
    task: 'Task',
    action: 'Action',
    result: 'Result',
    learning: 'Learning',
  },

  time: {
    title: 'Time',
    note: (hours: string, days: number) => `${hours} on ${plural(days, { one: '# day', other: '# days' })}.`,
    claimed: (hours: string, days: number) =>
      `You wrote ${hours} on ${plural(days, { one: '# day', other: '# days' })}.`,
    heat: (hours: string, days: number) =>
      `${hours} on ${plural(days, { one: '# day', other: '# days' })}, by calendar`,
    none: 'No days written down yet.',
  },

  declineReason: {
    notTheRightPerson: 'They say they are not the right person',
    doNotKnowStudent: 'They say they do not know you',
    cannotJudge: 'They say they cannot judge it',
    didNotHappen: 'They say it did not happen like this',
    other: 'They gave another reason',
  },
  holders: {
    title: 'Who was asked',
    note: 'Who holds it, and since when.',
    version: (version: number) => `for version ${version}`,
    from: (name: string) => `handed over by ${name}`,
    hasLeft: 'They have left. Whoever comes after them is asked in their place.',
  },
  towards: {
    title: 'Counts towards',
    approved: 'Since it was approved.',
    pending: 'Once approved.',
    none: 'No programme asks for this so far. It stays on your record.',
  },

  periods: {
    title: 'One thing, in parts',
    note: (count: number, hours: string) => `${counted(count, 'part', 'parts')}, ${hours} in all. Each is confirmed by itself.`,
    period: 'Part',
    hours: 'Hours',
    state: 'Where it stands',
    here: 'this page',
    undated: 'no days yet',
  },

  continuation: {
    page: 'Go on with an activity',
    title: (title: string) => `Still doing “${title}”?`,
    follows:
      'This makes a draft for what came after: the same facts and the same people to ask, with days of its own.',
    alone: 'It is confirmed by itself. Your lists and this page show both as one, with the hours of all parts.',
    do: 'Go on with the next part',
    keep: 'Not now',
  },

  history: {
    title: 'History',
    lines: {
      logged: () => 'You logged it',
      continued: () => 'You went on from the part before it',
      edited: () => 'You worked on the draft',
      submitted: ({ version }: Told) => `You submitted version ${version}`,
      withdrawn: ({ version }: Told) => `You withdrew version ${version}`,
      revised: ({ version }: Told) => `You opened version ${version}`,
      restored: ({ version }: Told) => `You went back to version ${version}`,
      begun: ({ who }: Told) => `${who} opened the request with their code`,
      added: ({ who }: Told) => `You asked ${who} as well`,
      wondered: ({ who }: Told) => `${who} asked you something`,
      told: ({ who }: Told) => `You answered ${who}`,
      passedOn: ({ who }: Told) => `${who} handed the request over to a colleague`,
      suggestionLeft: ({ who }: Told) => `You set the name aside that ${who} gave`,
      reminded: ({ who }: Told) => `We reminded ${who} for you`,
      undeliverable: ({ who }: Told) => `Our mail to ${who} came back`,
      expired: ({ who }: Told) => `The link for ${who} ran out`,
      asked: ({ who }: Told) => `${who} returned it with a question`,
      refused: ({ who }: Told) => `${who} declined the request`,
      endorsed: ({ who, version }: Told) => `${who} endorsed version ${version}`,
      amended: ({ who, version }: Told) => `${who} said anew what they saw, of version ${version}`,
      takenBack: ({ who, version }: Told) => `${who} took back what they said of version ${version}`,
      written: ({ version }: Told) => `You sent version ${version} to the review on a document`,
      approved: ({ who, version }: Told) => `${who} approved version ${version}`,
      reopened: ({ who }: Told) => `${who} took the approval back for another look`,
      returned: ({ who }: Told) => `${who} returned it with a reason`,
      declined: ({ who }: Told) => `${who} declined it`,
      rescinded: ({ who }: Told) => `${who} took the approval back`,
      appealed: () => 'You appealed',
      appealDropped: () => 'You took the appeal back',
      appealUpheld: ({ version }: Told) => `The appeal was upheld: version ${version} is in review again`,
      appealDismissed: () => 'The appeal was dismissed',
    },
  },

  withdrawal: {
    page: 'Withdraw',
    title: (name: string) => `Withdraw ${name}?`,
    follows: (names: string[]) =>
      names.length > 0
        ? `${listed.format(
            names,
          )} will find the link closed. You can change the activity and ask again at any time.`
        : 'It leaves the review. You can change it and ask again at any time.',
    do: 'Withdraw it',
    keep: 'Leave it as it is',
    done: 'Withdrawn. Nobody holds it now; change it whenever you like.',
  },
  revision: {
    page: 'Change something',
    title: (name: string) => `Change ${name}?`,
    follows:
      'What others confirmed speaks for the version they saw. The new one is a draft until you ask again.',
    counting: 'The approved version keeps counting until the new one is approved.',
    do: 'Open the next version',
    keep: 'Leave it as it is',
  },
  removal: {
    page: 'Discard the draft',
    title: (name: string) => `Discard the draft of ${name}?`,
    follows: 'Everything in it is gone for good: the days, the claims, the evidence.',
    back: 'What you changed since is gone for good. The approved version is what remains.',
    do: 'Discard it',
    keep: 'Keep the draft',
    done: 'The draft is gone.',
    doneBack: 'The activity is back as it was approved.',
  },
  reminder: {
    page: 'Remind',
    title: (name: string) => `Remind ${name}?`,
    follows: 'They get one more mail with the same link. It then works for another 30 days.',
    do: 'Send a reminder',
    keep: 'Not now',
    done: (name: string) => `A reminder is on its way to ${name}.`,
  },
}

type Told = { who: string; version: number | null }
