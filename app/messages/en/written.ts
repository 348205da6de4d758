import { plural } from './numbers'

/** A document in the place of somebody who cannot be reached, and the ways to ask without mail. */
export const written = {
  page: 'A document instead',
  heading: 'A document instead of an answer by mail.',
  note:
    'A letter or the printed form, signed by somebody who saw it. It goes to the review with this version as it ' +
    'stands. Those you asked can still answer.',
  kind: 'What it is',
  kinds: { letter: 'A letter', printedForm: 'The printed form' },
  kindNote: {
    letter: 'A testimonial, a contract, a certificate of service',
    printedForm: 'Printed from this activity, filled in and signed by hand',
  },
  writtenBy: 'Who speaks in it',
  writtenByHint: 'Name and what they were there, such as volunteer coordinator.',
  reason: 'Why they do not answer by mail',
  reasonHint: 'Whom you tried, and how, or that they have no mail. The reviewer reads this.',
  file: 'The document',
  fileHint: 'A PDF, a photo or a text, at most 25 MB. Photos are kept without their location.',
  again: 'Choose it again: the browser does not keep files.',
  noFile: 'Choose the document.',
  tooLarge: 'This file has more than 25 MB. Photograph or scan it smaller.',
  follows: 'It counts no competency: nobody judges it. The reviewer names the hours that count, with a reason.',
  send: 'Send it to the review',
  keep: 'Not now',
  sent: 'The document is with the review now.',

  notYet: 'A document cannot stand in yet.',
  notYetNote: (days: number) =>
    `It stands in for somebody who cannot be reached: our mail came back, the link ran out, or nothing was heard for ` +
    plural(days, { one: 'one day.', other: '# days.' }),
  reached:
    'Nobody whom you asked about this version is out of reach: who declined has answered. Ask somebody else who saw ' +
    'it; if they cannot be reached either, a document can stand in.',
  awaited: (who: string, since: string) => `${who} can still answer; they have had it ${since}.`,
  begun: (who: string, on: string) => `${who} can still answer; they last opened or wrote something ${on}.`,
  closed: 'This version is not with those you asked any more, so no document is needed.',
  printFirst: 'The form to print and have signed',

  instead: {
    title: 'Nobody to be reached?',
    words: 'A letter or the printed form, signed by somebody who saw it, can go to the review instead.',
    link: 'Send a document instead',
  },
  ways: {
    print: 'Print the form, for somebody without mail',
    show: 'Show a QR code',
    showTo: (who: string) => `to ${who}`,
  },

  held: {
    title: 'On a document',
    by: (who: string, on: string) => `${who}, sent in ${on}`,
    open: 'Open the document',
    private: 'Only you and those who review it can open it.',
  },
  review: {
    title: 'On a document',
    note: 'Nobody who was asked answered by mail. Read this first: it judges no competency, and confirms no time.',
    says: (who: string) => `Written by ${who}, as the student says`,
    sent: (on: string) => `sent in ${on}`,
    why: 'Why they did not answer by mail',
    open: (name: string) => `Open ${name}`,
    list: 'On a document; nobody answered by mail',
    minutes: 'Hours that the document shows',
    reason: 'Where it shows them',
    counts: 'Nobody has confirmed a time. Name the hours that the document shows, and where.',
  },
  /** After a state, in lists. */
  suffix: (state: string) => `${state}, on a document`,

  show: {
    page: 'Show a QR code',
    heading: (who: string) => `Let ${who} scan this.`,
    steps: (mailbox: string) => [
      'They point their phone’s camera at the code, and the request opens there.',
      `They ask for six digits, which we mail to ${mailbox}, and type them in.`,
      'What they answer counts as if they had followed the link in our mail.',
    ],
    label: (who: string) => `QR code that opens the request to ${who}`,
    closed: 'This request is closed, so there is nothing to scan.',
    over: 'This request is closed. Nothing is needed from you any more.',
    back: 'Back to the activity',
    handIn: 'Signed? Hand it in',
  },

  printed: {
    page: 'Form to print',
    print: 'Print this page: your browser’s menu, or Ctrl and P.',
    back: 'Back to the activity',
    handIn: 'Signed? Hand it in',
    heading: 'Confirmation of an activity',
    ask: (student: string, institution: string) =>
      `${student} studies at ${institution} and says that you saw what is described here. Please confirm what you ` +
      'saw, put right what is not so, and sign. Leave out what you cannot judge.',
    number: 'Number',
    version: (version: number, digest: string) => `version ${version}, ${digest}`,
    scan: 'For the office: opens the activity',
    facts: {
      title: 'What the student did',
      activity: 'Activity',
      organisation: 'Organisation',
      role: 'Role',
      when: 'When',
      time: 'Time',
    },
    time: {
      title: 'Time that you confirm',
      asClaimed: (time: string) => `${time}, as written above`,
      other: 'Another time, in hours:',
    },
    claims: 'What you saw',
    claimsNote: 'One box a line of words. Tick what you saw, not what you expect.',
    says: (student: string) => `${student} writes:`,
    notYet: 'I observed it, but not yet at one of these levels',
    notObserved: 'I did not observe it',
    how: 'How you know',
    relation: 'What you were to the student',
    noRelative: 'I am not family of the student.',
    statement: 'In your words',
    you: {
      title: 'You',
      name: 'Name',
      role: 'Role and organisation',
      reach: 'Telephone or address, in case we ask',
      day: 'Place and day',
      signature: 'Signature',
    },
    keep: (institution: string, contact: string) =>
      `${institution} keeps this sheet as long as the record that rests on it. Questions, or to have it removed: ${contact}.`,
  },
}
