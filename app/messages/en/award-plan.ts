/** How a programme is awarded, and in which round. */
export const awardPlan = {
  title: 'How it is awarded',
  heading: (programme: string) => `How “${programme}” is awarded`,
  open: 'How it is awarded',
  note: 'This is no part of what is published, so it may change at any time. It holds for all versions.',
  mode: 'When',
  modes: {
    byOffice: { label: 'When the office says so', note: 'Nothing happens by itself.' },
    automatic: { label: 'As soon as somebody meets it', note: 'Looked at every day, and after each approval.' },
    scheduled: { label: 'On one day', note: 'To everybody who is ready on that day.' },
  },
  day: 'The day',
  dayMissing: 'Choose the day on which it is awarded.',
  dayPast: 'Choose today or a later day.',
  quiet: 'Without ceremony',
  quietNote:
    'Recorded at once with the official name and nothing else disclosed: no offer, no mail. For lower levels that others build on.',
  round: 'Round',
  roundHint: 'One award in force for each student and round. Another word here opens a new round: the same people can be awarded again.',
  roundMissing: 'Name the round, for instance 2027.',
  save: 'Keep it so',
  saved: 'It is kept, and holds from now on.',
  meanwhile: 'Somebody changed this in the meantime. Open the page again to see how.',
  now: (mode: 'byOffice' | 'automatic' | 'scheduled', day: string | null, isQuiet: boolean) => {
    const when = { byOffice: 'When the office says so', automatic: 'As soon as somebody meets it', scheduled: `On ${day ?? 'one day'}` }[mode]
    return isQuiet ? `${when}, without ceremony` : when
  },
  roundNow: (round: string) => `Round ${round}`,
}

/** A student's one answer to all offers to come. */
export const standingChoice = {
  title: 'Accept awards at once',
  open: 'Accept awards at once',
  isSet: 'Awards are accepted for you at once.',
  isNot: 'Each award waits for your own answer.',
  note: 'When you have earned something, the credential is issued in this way without asking you first. You get a mail each time, and nobody sees it until you share it.',
  nameForm: 'The name on it',
  official: (name: string) => `${name}, your official name`,
  used: (name: string) => `${name}, the name you use`,
  nameMissing: 'Choose the name for the documents.',
  says: 'What it says',
  namesEndorsers: 'Name everybody who confirmed it and agreed to be named',
  tellsEvidence: 'Tell the names of the evidence, never the files',
  save: 'Accept at once from now on',
  saved: 'From now on awards are accepted at once. Offers that wait already still wait for you.',
  takeBack: 'Ask me each time again',
  takenBack: 'Every award waits for your own answer again.',
}
