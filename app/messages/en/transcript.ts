import { plural, spell } from './numbers'

const entries = (count: number) => plural(count, { one: 'one entry', other: '# entries' })

/** Transcripts: what was selected of a record, or all of it. */
export const transcript = {
  name: 'Co-curricular transcript',
  describes: (institution: string, isComplete: boolean, day: string) =>
    isComplete
      ? `All credentials in force and all approved activities at ${institution}, as at ${day}. Not an academic transcript.`
      : `A selection by its holder of credentials and approved activities at ${institution}, as at ${day}. Not an academic transcript.`,

  title: 'Transcripts',
  heading: (count: number) => `You have made ${spell(count)} ${plural(count, { one: 'transcript', other: 'transcripts' })}.`,
  note: 'One signed document for what you choose, or for everything. Anyone can check it, and every part of it.',
  none: {
    title: 'A transcript tells in one document what you did.',
    words: 'Choose credentials and approved activities, or take everything. You decide who sees it.',
  },
  make: 'Make a transcript',
  open: 'Open',
  made: (isComplete: boolean, count: number) => (isComplete ? `Complete, ${entries(count)}` : `Selection, ${entries(count)}`),
  on: (day: string) => `As at ${day}`,
  sum: (count: number, hours: string) => `${plural(count, { one: 'one activity', other: '# activities' })}, ${hours}`,
  public: 'Public page is on',
  private: 'Seen by nobody else',
  withdrawn: 'Withdrawn',

  form: {
    title: 'What should it tell?',
    extent: 'How much of your record',
    complete: 'Everything',
    completeNote: 'It says that it is complete. What is confidential stays out; what is sensitive has its public title.',
    selection: 'What I choose',
    selectionNote: 'It says that it is a selection, and nothing of what you left out.',
    nameForm: 'Your name on it',
    credentials: 'Credentials',
    activities: 'Approved activities',
    activity: (period: string, hours: string) => `${period}; ${hours} confirmed`,
    awarded: (day: string) => `Awarded ${day}`,
    nothing: 'Nothing is approved yet. What you log counts once somebody has confirmed it and your university has approved it.',
    sign: 'Make and sign it',
    back: 'Your transcripts',
  },
  errors: { extent: 'Choose how much of your record it tells.', nameForm: 'Choose the name for the document.' },
  nothingChosen: 'Choose at least one entry.',
  tooMany: (most: number) => `Choose ${most} entries at most.`,
  gone: 'Something you chose counts no longer. Look at the list again.',
  done: 'Signed. Nobody sees it until you share it.',

  page: {
    title: (holder: string) => `Co-curricular transcript of ${holder}`,
    of: 'Co-curricular transcript of',
    onlyYou: 'Only you see this page. Its address leads nowhere for others.',
    credentials: 'Credentials',
    activities: 'Activities',
    activitiesNote: 'Each was confirmed by somebody who saw it, and approved.',
    levels: 'Confirmed levels',
    withdrawn: (day: string) => `Its holder withdrew it on ${day}. Every check says so.`,
    share: 'Share it',
    shareNote: 'Anyone with the address sees this page. The address cannot be guessed, and search engines are asked to stay away.',
    turnOn: 'Switch the public page on',
    turnOff: 'Switch it off',
    address: 'Address',
    copy: 'Copy',
    copied: 'Copied',
    take: 'Take it with you',
    pdfNote: 'Printed from the signed record, which each of them carries for programs.',
    paper: { full: 'All of it (PDF)', visual: 'At a glance, two pages (PDF)', employer: 'For employers, one page (PDF)' },
    json: 'The signed record (JSON)',
    jsonNote: 'Comprehensive Learner Record 2.0, for wallets and other systems.',
    picture: 'The same in a picture (PNG)',
    drawing: 'The same in a drawing (SVG)',
    bundle: 'All that proves it (ZIP)',
    bundleNote: 'The file has the keys and the lists of what was revoked as they are today. It can be checked without us.',
    verify: 'Check any credential',
    withdraw: 'Withdraw it for ever',
    withdrawNote: 'Whoever has a copy then learns from every check that you withdrew it. You can make another.',
  },
  turnedOn: 'The public page is on. Copy its address.',
  turnedOff: 'The public page is off. Its address leads nowhere now.',
  takenBack: 'Withdrawn. Every check says so from now on.',
}
