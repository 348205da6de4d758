/** What an endorser does instead of confirming. */
export const instead = {
  ask: {
    title: 'Have something changed first',
    heading: (student: string) => `What should ${student} change?`,
    note: (student: string) =>
      `It goes back to ${student}, who changes what they wrote and asks you anew. ` +
      'This request ends with it; nothing is decided until then.',
    question: 'What has to change, or what you need to know',
    button: 'Send it back',
    back: 'Back to the request',
  },

  decline: {
    title: 'Decline a request',
    heading: (student: string) => `You need not confirm this. Tell ${student} why?`,
    note: (student: string) =>
      `It closes this request and nothing else. ${student} is told the reason and can name somebody else.`,
    reason: 'The reason',
    reasons: {
      notTheRightPerson: 'I am not the right person',
      doNotKnowStudent: 'I do not know this student',
      cannotJudge: 'I cannot judge this',
      didNotHappen: 'It did not happen like this',
      other: 'Another reason',
    },
    didNotHappenNote: 'The university looks into it.',
    better: 'Who may be the right person?',
    betterNote: (student: string) =>
      `If you know. ${student} sees the name and the address, and we write to nobody before ${student} says so.`,
    betterName: 'Their name',
    betterEmail: 'Their mail address',
    word: 'A word on it',
    wordNote: 'The student and the reviewer read this.',
    button: 'Decline',
    back: 'Back to the request',
  },

  stop: {
    title: 'Do not ask me again',
    heading: 'Shall we never ask you again?',
    follows: (mailbox: string) => `We write to ${mailbox} no more, whoever names it.`,
    closes: (student: string) => `The request of ${student} is closed, and they are told that you declined.`,
    button: 'Do not ask me again',
    back: 'Keep things as they are',
    done: 'We will not ask you again.',
    doneNote: (mailbox: string, contact: string) =>
      `No mail leaves for ${mailbox} any more. Questions go to ${contact}.`,
    undoNote: 'Have you changed your mind? Then students can name you again. What was closed stays closed.',
    undo: 'You may ask me again',
    undone: 'You may be asked again.',
    undoneNote: (mailbox: string) => `When a student names you, we write to ${mailbox}.`,
  },

  again: {
    look: 'See what you answered, and all that waits for you.',
    change: 'To change what you said, we ask once more who you are.',
    steps: (mailbox: string) => `We mail six digits to ${mailbox}, and you type them on the next page.`,
  },

  withdrawal: {
    title: 'Take it back',
    heading: (student: string) => `Take back what you said about ${student}?`,
    follows: {
      open: (student: string) =>
        `It counts no more from then on. ${student} and whoever reviews are told why. The signed record is kept as withdrawn.`,
      approved: (student: string) =>
        `It counts no more from then on. ${student} and whoever approved it are told why. The signed record is kept as withdrawn.`,
      closed: (student: string) =>
        `It counts no more from then on. ${student} is told why. The signed record is kept as withdrawn.`,
    },
    reason: 'Why?',
    reasonNote: (student: string) => `${student} and the university read this.`,
    button: 'Take it back',
    back: 'Keep it as it is',
  },

  amendment: {
    title: 'Say it anew',
    heading: (student: string) => `What do you want to say about ${student}?`,
    follows: (student: string) =>
      `It stands as you said it. Change what is wrong and confirm it again: what you said first is then withdrawn, ` +
      `both are kept, and ${student} is told.`,
    back: 'Keep it as it is',
  },
}
