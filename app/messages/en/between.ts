/** What goes to and fro between a student and whoever was asked. */
export const between = {
  title: 'Questions and answers',
  you: 'You',
  said: (who: string, when: string) => `${who}, ${when}`,

  endorser: {
    page: 'Ask the student something',
    title: (student: string) => `Between you and ${student}`,
    heading: (student: string) => `What would you like to know from ${student}?`,
    note: (student: string) =>
      `${student} answers on the page of this activity, and you get a mail with your link. ` +
      'The request stays yours meanwhile. Neither of you sees the other’s address; whoever reviews reads along.',
    text: 'Your question',
    button: 'Send the question',
    more: (student: string) => `Ask ${student} something more`,
    waits: (student: string) => `It is with ${student} now.`,
    back: 'Back to the request',
  },

  student: {
    note: 'Neither of you sees the other’s address. Whoever reviews reads along.',
    page: 'Answer a question',
    somebody: 'Somebody',
    with: (endorser: string) => `With ${endorser}`,
    heading: (endorser: string) => `What do you answer ${endorser}?`,
    text: (endorser: string) => `Your answer to ${endorser}`,
    hint: 'They get it by mail, with the link to the request.',
    button: 'Send the answer',
    sent: (endorser: string) => `Your answer is on its way to ${endorser}.`,
    closed: 'This request is closed, so nobody would read an answer.',
    back: 'Back to the activity',
  },

  suggestion: {
    page: 'Ask them instead',
    title: (name: string) => `Ask ${name} instead?`,
    told: (by: string, name: string, address: string) =>
      `${by} says they are not the right person, and that ${name} (${address}) may be.`,
    follows: 'Nobody has been written to. If you know them and they saw it, we ask them about the same version.',
    ask: 'Ask them instead',
    leave: 'No',
    asked: (name: string) => `${name} gets a mail in a minute.`,
    left: 'We ask nobody.',
  },

  another: {
    page: 'Ask one more person',
    action: 'Ask one more person',
    heading: 'Who else saw it?',
    note:
      'They are asked about the version that you submitted. Whoever has it keeps it, and what was said stays. ' +
      'One confirmation can be enough.',
    button: 'Ask them',
    keep: 'Leave it as it is',
    asked: (name: string) => `${name} gets a mail in a minute.`,
    closed: 'This version is not in question any more, so nobody else can be asked about it.',
  },

  handOver: {
    page: 'Hand over to a colleague',
    heading: 'Who should answer in your place?',
    note: (student: string) =>
      `They are asked at once, in your name, about the same work; your own link ends with it. ` +
      `${student} and whoever reviews see both names. Where your colleague is reached, ${student} does not see.`,
    name: 'Their name',
    email: 'Their mail address at work',
    emailHint: 'Not a shared mailbox: they prove the address with six digits.',
    button: 'Hand it over',
    back: 'Back to the request',
    done: 'Handed over.',
  },

  concern: {
    page: 'Report a concern',
    heading: 'What have you noticed?',
    note: (office: string, institution: string, contact: string) =>
      `It goes to the ${office} of ${institution} (${contact}) and not to the student. ` +
      'You get a receipt by mail.',
    name: 'Your name',
    email: 'Your mail address',
    emailHint: 'So that they can ask you back.',
    text: 'What you noticed',
    textHint: 'What is it, how do you know, and what should be looked at?',
    button: 'Report it',
    back: 'Back',
    done: 'It is with the office now.',
    doneNote: (office: string) =>
      `The ${office} looks into it and writes to you if something is unclear. A receipt is on its way by mail.`,
  },
}
