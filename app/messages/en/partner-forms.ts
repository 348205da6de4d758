/** What is told at the fields of partners, and when something cannot be done through their link. */
export const partnerForms = {
  name: 'Write their name.',
  email: 'Write their whole address.',
  organisation: 'Write the name of the organisation.',
  text: 'Write what you have to say.',
  statement: 'Say in a sentence or two what you endorse.',
  code: 'Type the six digits from our mail.',
  asked: 'This address was asked about this version already.',
  answered: 'This was answered already. Nothing more can be said through this link.',
  notDraft: 'It is published by now, so there is nothing to comment on any more. You can endorse it.',
  notPublished: 'Only what is published can be endorsed. Until then, say what you think of it.',
  codeOver: 'This code has expired, or was asked for in another browser. Ask for a new one.',
  codeTries: 'Too many wrong codes. Ask for a new one.',
  codeWrong: 'These are not the six digits we mailed. Look again.',
  again: 'Something changed while this was signed. Send it again.',
  gone: 'This was taken back already.',
}
