import { plural } from './numbers'

/** Transcripts that an office issues to somebody on a basis. */
export const transcriptIssue = {
  page: 'Transcripts for others',
  heading: 'Whose transcript is asked for?',
  below: {
    all: 'You issue it to somebody, on a basis that is kept. Its holder is told.',
    shared: 'You issue what its student has shared, to somebody, on a basis that is kept. The student is told.',
  },
  search: 'Name',
  find: 'Find',
  searchFirst: 'Look for the student by any part of the name.',
  found: (count: number, isMore: boolean) => (isMore ? `The first ${count} of that name` : plural(count, { one: 'One student of that name', other: '# students of that name' })),
  nobody: 'No student of that name whose record you may issue.',
  issue: 'Issue a transcript',

  title: (name: string) => `A transcript of ${name}`,
  note: 'Signed by your institution as at now. Its holder is told whom you issued it to, and why.',
  extent: 'How much of the record',
  extents: {
    complete: { label: 'Everything', note: 'It says that it is complete. What is confidential stays out; what is sensitive has its public title.' },
    shared: { label: 'What its student has shared', note: 'Credentials whose page is public, and work told of in a public transcript. It says that it is a selection.' },
  },
  nameForm: 'The name on it',
  names: { official: 'Official name', used: 'The name they use' },
  recipient: 'Issued to',
  recipientHint: 'As it is printed and signed: a person, an office or an employer.',
  basis: 'On what basis',
  basisHint: 'The student’s request and its date, or the rule that lets you. It is kept and told to the student, and not printed.',
  sign: 'Sign and issue it',
  preview: 'Look at it first',
  previewNote: 'The preview opens beside this page. Nobody has signed it, and it says so on every page.',
  done: (recipient: string) => `Issued to ${recipient}. Its holder is told by letter.`,
  errors: {
    recipient: 'Say whom it is issued to.',
    basis: 'Say on what basis you issue it.',
    extent: 'Choose how much of the record it tells.',
    long: (most: number) => `Use ${most} characters at most.`,
  },

  issued: 'Issued before',
  issuedTo: (recipient: string, day: string) => `To ${recipient}, ${day}`,
  none: 'None was issued of this record yet.',
  withdrawn: 'Withdrawn',

  confirmed: {
    title: 'A transcript of this number exists',
    number: 'Transcript',
    issued: (institution: string, day: string) => `${institution} signed it on ${day}.`,
    inForce: 'It is in force.',
    withdrawn: (day: string) => `It was withdrawn on ${day}.`,
    closed: 'Its holder has not made its page public. Whoever has the file can check every word of it here.',
    verify: 'Check the file',
  },
}
