import { account } from './endorse-account'
import { instead } from './endorse-instead'

/** The endorser's pages. They are strangers with three minutes: plain words, and what happens next. */
export const endorse = {
  title: 'Confirm what you saw',
  account,
  onBehalf: (institution: string, office: string) => `Sent on behalf of ${institution}, ${office}`,

  before: {
    above: (endorser: string) => `For ${endorser}. Takes about three minutes; no account needed.`,
    heading: (student: string) => `${student} asks you to confirm what you saw.`,
    what: 'What',
    when: 'When',
    next: 'What will happen',
    steps: (mailbox: string) => [
      `We mail six digits to ${mailbox}.`,
      'You type them here. Then you see everything: what is claimed, and what it rests on.',
      'You say what you saw, ask something first, or say that you are not the right person.',
    ],
    send: 'Send me the code',
    staff: (institution: string) => `Do you work at ${institution}?`,
    signIn: 'Sign in instead',
    staffAfter: 'and you need no code.',
    why: 'Why am I asked?',
    namedBy: {
      student: (student: string) => `${student} named you as somebody who saw it.`,
      opportunity: (student: string, institution: string) =>
        `You are the contact of this activity in the catalogue of ${institution}, ` +
        `where ${student} is a student.`,
      institution: (student: string, institution: string) =>
        `${institution} named you, because ${student} needs somebody who saw it.`,
    },
    handedOver: (name: string, student: string) =>
      `${student} asked ${name} first. You are asked in their place.`,
    genuine: (institution: string, office: string, contact: string) =>
      `${institution} records what its students do outside class and lets whoever saw it ` +
      'confirm it. We never ask for a password or money. ' +
      `In doubt, write to the ${office}: ${contact}.`,
    keep: 'What we keep, and why',
    kept: (contact: string) =>
      'Your name, this mail address and what you answer, for as long as the record that rests on it; ' +
      'without them nobody could trust it. ' +
      `You choose how you are shown. To have something corrected or removed, write to ${contact}.`,
    stop: 'Would you rather not be asked?',
    stopNote: 'Then we write to this address no more, whoever names it.',
    stopLink: 'Do not ask me again',
    renewed: 'The link works again, for another 30 days. We have mailed it to you as well.',
  },

  code: {
    heading: 'Type the six digits we have mailed you.',
    sent: (mailbox: string) => `They went to ${mailbox}. They work for 30 minutes, in this browser.`,
    label: 'Six digits',
    go: 'Continue',
    again: 'Send other digits',
    nothing:
      'Nothing there? It can take a minute, or be in the folder for junk. ' +
      'Other digits make the earlier ones useless.',
    over:
      'Your visit had ended, so we have to ask once more. ' +
      'Nothing you wrote is lost: it comes back after the code.',
  },

  back: {
    heading: 'Nothing you wrote is lost.',
    send: 'Send what I wrote',
    read: 'Read it again first',
  },

  letter: {
    above: (endorser: string) => `For ${endorser}`,
    heading: (student: string, organisation: string) =>
      `${student} asks you to confirm what you saw at ${organisation}.`,
    studies: (student: string, programme: string, institution: string) =>
      `${student} studies ${programme} at ${institution}.`,
    student: (student: string, institution: string) => `${student} is a student of ${institution}.`,
    instead: 'Not you, or not sure?',
    question: (student: string) => `Ask ${student} something`,
    ask: (student: string) => `Have ${student} change something first`,
    handOver: 'Hand over to a colleague',
    decline: 'Decline, and say why',
    concern: 'Report a concern',
    handedOver: (name: string) => `${name} was asked first. You are asked in their place.`,
    stop: 'Do not ask me again',
  },

  story: {
    title: (student: string) => `What ${student} put on record`,
    activity: 'Activity',
    role: 'Role',
    when: 'When',
    time: 'Time in all',
    days: 'Day by day',
    day: 'Day',
    spent: 'Time',
    note: 'Note',
    flags: {
      isPaid: 'It was paid work.',
      isCreditBearing: 'It earned credits in a course.',
      isMandatory: 'It was required.',
    },
    reflection: {
      situation: 'The situation',
      task: 'The task',
      action: 'What was done',
      result: 'What came of it',
      learning: 'What was learnt',
    },
    evidence: 'Evidence',
  },

  facts: {
    title: 'Is this right?',
    note: (student: string) => `Correct anything that is not. ${student} sees what you changed.`,
    role: (student: string) => `${student}’s role`,
    start: 'First day',
    end: 'Last day',
    ongoing: 'Leave it empty if it still goes on.',
    time: 'Hours in all',
    timeNote: (student: string, time: string) => `${student} wrote ${time}. Half hours as 58.5 or 58:30.`,
  },

  claim: {
    above: (at: number, of: number) => `Claim ${at} of ${of}`,
    question: 'What did you see?',
    notYet: 'I saw it, but not yet at one of these levels',
    notYetNote: 'An honest answer, and a useful one.',
    notObserved: 'I did not observe this',
    notObservedNote: (student: string) => `A good answer. It does not count against ${student}.`,
    claimed: (student: string, level: string) => `${student} claims: ${level}`,
    comment: 'A word on this',
  },

  words: {
    title: 'In your words',
    statement: (student: string) => `What would you tell ${student}’s next employer?`,
    statementNote: 'Two or three sentences about what you saw. They can be quoted on the credential.',
    private: (institution: string) => `Only for ${institution}`,
    privateNote: (student: string) =>
      `Neither ${student} nor anybody outside reads this. It may help whoever reviews.`,
  },

  knowing: {
    title: 'How do you know?',
    relationship: (student: string) => `What were you to ${student}?`,
    basis: 'On what do you speak?',
    family: 'We are not family, and I gain nothing from saying this.',
  },

  showing: {
    title: 'How you are shown',
    name: 'Your name',
    role: 'Your role',
    roleNote: 'Such as: volunteer coordinator.',
    organisation: 'Your organisation',
    shownAs: 'On a credential, show me',
  },

  confirm: {
    title: 'Confirm',
    summary: 'You confirm the role, the days and the time as they stand above, and:',
    open: 'nothing chosen yet',
    staff: (institution: string) => `We write beside it that you signed in with ${institution}.`,
    mailbox: (mailbox: string) => `We write beside it that you proved the address ${mailbox} by code.`,
    record: (institution: string) =>
      `${institution} records and signs what you say here; you get a copy by mail.`,
    button: 'Confirm this',
  },

  notAble: { title: 'Not able to?' },

  ...instead,

  receipt: {
    endorsed: (institution: string) => `Thank you. ${institution} has recorded what you confirmed.`,
    returned: (student: string) => `Your question is with ${student}.`,
    declined: (student: string) => `You have declined, and ${student} is told.`,
    copy: (mailbox: string) => `A copy went to ${mailbox}.`,
    next: {
      open: (student: string) =>
        `Next, the university reviews it; ${student} sees what you wrote for the record.`,
      approved: (student: string) =>
        `The university has approved it, and ${student} sees what you wrote for the record.`,
      closed: (student: string) =>
        `${student} has seen what you wrote for the record and goes on from there.`,
    },
    nextReturned: (student: string) => `When ${student} has answered, you get a new mail.`,
    nextDeclined: 'Nothing more is needed from you.',
    withdraw: (contact: string) =>
      `Something is wrong? Write to ${contact}: what you said can be withdrawn or said anew.`,
    takenBack: (student: string) => `You took back what you said about ${student}.`,
    takenBackNext: 'It counts no more. This is what was recorded, and is kept as withdrawn.',
    amend: 'Say it anew',
    takeBack: 'Take it back',
    changeNote: 'You can still change your mind:',
    letter: 'What you said for the record',
    facts: 'What you confirmed',
    judgements: 'What you saw',
    claim: 'Claim',
    claimed: (student: string) => `${student} claims`,
    saw: 'You saw',
    private: 'Between you and the university',
    role: 'Role',
    when: 'When',
    time: 'Time',
    question: 'Your question',
    reason: 'Your reason',
    was: 'as claimed',
    inbox: 'Back to your requests',
  },

  closed: {
    answered: 'This request has been answered.',
    answeredNote: 'The copy that went by mail says what was answered. Nothing more is needed.',
    see: 'See what I answered',
    expired: 'This link has run out.',
    expiredNote:
      'A link works for 30 days after the last mail. ' +
      'The request still waits for you, if you want to answer it.',
    expiredGone:
      'A link works for 30 days after the last mail. ' +
      'The student has gone on since, and nothing more is needed from you.',
    renew: 'Send me a new link',
    kept:
      'It ran out while you were writing. ' +
      'Nothing you wrote is lost: you send it when the link works again.',
    works: 'This link works.',
    open: 'See the request',
    renewNote: (mailbox: string) => `It goes to ${mailbox} and nowhere else.`,
    withdrawn: 'This request has been taken back.',
    withdrawnNote:
      'The student changed what they wrote, or asked somebody else. ' +
      'If you are asked about a new version, there is a newer mail.',
    redirected: 'This request has been handed over.',
    redirectedNote: 'A colleague has it now, and the student knows. Nothing more is needed.',
    settled: 'Nothing more is needed from you.',
    settledNote: 'Others have confirmed this, and the university has approved it.',
    wrong: 'If you expected something else, write to',
  },
}
