import { capital, plural, spell } from './numbers'

const counted = (count: number, one: string, other: string) =>
  `${capital(spell(count))} ${plural(count, { one, other })}`

export const home = {
  page: 'Home',
  heading: (name: string, needs: number, waiting: number) => {
    if (needs > 0) {
      const first = `${counted(needs, 'thing needs', 'things need')} you, ${name}.`
      return waiting > 0 ? `${first} The rest is in good hands.` : first
    }
    if (waiting > 0) return `Nothing needs you, ${name}. ${counted(waiting, 'is', 'are')} with others.`
    return `Nothing waits, ${name}.`
  },
  offered: (name: string, programme: string, others: number) => {
    const first = `${programme} is yours to accept, ${name}.`
    return others > 0 ? `${first} ${counted(others, 'other thing needs', 'other things need')} you.` : first
  },
  needs: {
    title: 'Needs you',
    note: (count: number) =>
      plural(count, { one: 'It can be done in a few minutes.', other: 'Each can be done in a few minutes.' }),
    question: (who: string) => `${who} has a question`,
    asked: (activity: string, on: string) => `${activity}, asked ${on}`,
    somebody: 'Somebody',
    answer: 'Answer',
    suggests: (who: string, name: string) => `${who} says that ${name} may know better`,
    suggested: (activity: string, on: string) => `${activity}, ${on}`,
    suggestWords: 'Nobody has been written to. You say whether we ask.',
    decide: 'Decide',
    declined: (activity: string) => `${activity} was declined`,
    declinedBy: (who: string, on: string, until: string) =>
      `${who} decided so ${on}. You can appeal it until ${until}, or write a new version.`,
    draft: 'Finish your draft',
    draftOf: (activity: string) => `${activity}, kept until you discard it`,
    left: {
      what: 'Step 1 is left: what it was.',
      when: 'Step 2 is left: when it was and how long it took.',
      claims: 'Step 2 is left: what it showed.',
      evidence: 'Step 3 is left: whom to ask.',
      who: 'Step 3 is left: whom to ask.',
    },
    continue: 'Continue',
    offer: (programme: string) => `${programme} is yours to accept`,
    offered: (on: string, until: string) => `Offered ${on}, open until ${until}`,
    offerWords: 'You choose the name on it, and what it tells of your work.',
    accept: 'Look at it',
    none: 'Nothing at the moment. When somebody has a question, it stands here.',
  },
  others: {
    title: 'With others',
    note: 'Who holds it, and since when.',
    askAnother: 'Ask another',
    none: 'Nobody holds anything of yours. When you ask somebody, you see here who has it.',
  },
  more: (count: number) => plural(count, { one: 'And one more', other: 'And # more' }),
  programmes: {
    title: 'Programmes',
    note: 'A filled leaf is met. An amber one waits for somebody.',
    all: (count: number) =>
      count === 2 ? 'Both programmes' : plural(count, { one: 'The programme in full', other: 'All # programmes' }),
  },
  time: {
    title: 'Your time here',
    note: (activities: number, hours: string) =>
      `${counted(activities, 'activity', 'activities')}, ${hours} approved.`,
  },

  start: {
    heading: (name: string) => `Welcome, ${name}. Start with one thing you did.`,
    why:
      'A committee, a season, a summer behind a counter: you learn there, and it is written down nowhere. Write it ' +
      'down here, let whoever saw it vouch for it, and it adds up to credentials an employer can check.',
    how: 'How it goes',
    steps: [
      {
        title: 'You log it',
        words: 'Two minutes on a phone: when it was, how long it took, a photograph if you have one.',
      },
      {
        title: 'Somebody who was there confirms it',
        words: 'A coach, a supervisor, an organiser. They need no account.',
      },
      { title: 'It counts', words: 'At every step you see what is still missing and who has it.' },
    ],
    first: 'Log your first activity',
    leaves: 'The leaves fill as others vouch for you.',
  },

  desk: {
    heading: (name: string, waiting: number) =>
      waiting === 0
        ? `Nothing waits for you, ${name}.`
        : `${counted(waiting, 'waits', 'wait')} for you, ${name}.`,
    title: 'At work',
    review: (count: number) => `${counted(count, 'activity waits', 'activities wait')} for review`,
    reviewNote: 'Endorsed, and decided here before it counts.',
    toReview: 'Open the queue',
    appeals: (count: number) => `${counted(count, 'appeal waits', 'appeals wait')} for a decision`,
    appealsNote: 'A student says that a review was wrong. You had no part in it.',
    toAppeals: 'See appeals',
    requests: (count: number) => `${counted(count, 'student asks', 'requests ask')} you to confirm`,
    requestsNote: 'They say you were there.',
    toRequests: 'See them',
    concerns: (count: number) => `${counted(count, 'concern is', 'concerns are')} open`,
    concernsNote: 'Somebody noticed something, and waits to be heard.',
    toConcerns: 'Read them',
    drafts: (count: number) => `${counted(count, 'programme waits', 'programmes wait')} to be published`,
    draftsNote: 'A colleague made it; you read it, and publish it or give it back.',
    toDrafts: 'See them',
    corrections: (count: number) =>
      `${counted(count, 'credential is', 'credentials are')} looked at again`,
    correctionsNote: 'Something they rest on was taken back.',
    toCorrections: 'Look at them',
    offers: (count: number) => `${counted(count, 'award is', 'awards are')} offered and not answered`,
    offersNote: 'Students decide what their credential names.',
    toAwards: 'See awards',
    people: (invitations: number) =>
      invitations === 0
        ? 'People and what they may do'
        : `${counted(invitations, 'invitation is', 'invitations are')} not accepted yet`,
    peopleNote: 'You invite, and you give and end roles.',
    toPeople: 'See people',
    letters: (stuck: number) =>
      stuck === 0 ? 'Letters and when they leave' : `${counted(stuck, 'letter', 'letters')} could not be sent`,
    lettersNote: 'You send again or give up, and choose the words of letters and the quiet hours.',
    toLetters: 'See letters',
    none: 'As soon as something is yours to do, it stands here.',
    can: {
      student: { can: 'You log what you do.', to: '/activities', action: 'Your activities' },
      supervisor: {
        can: 'Students name you as somebody who saw what they did. You say what you saw.',
        to: '/requests',
        action: 'Your requests',
      },
      coordinator: {
        can: 'You look at what others have confirmed, and decide whether it counts.',
        to: '/review',
        action: 'The queue',
      },
      designer: {
        can: 'You look after what programmes ask for. This is how students and employers read them.',
        to: '/catalogue',
        action: 'The catalogue',
      },
      registrar: {
        can: 'You offer credentials to whoever has earned them, and take back what was issued in error.',
        to: '/awards',
        action: 'Awards',
      },
      careers: {
        can: 'You help students to show what they have done. What employers can read, and how they check it:',
        to: '/catalogue',
        action: 'The catalogue',
      },
      admin: { can: 'You invite people, and give and end roles.', to: '/people', action: 'People' },
    },
  },
}
