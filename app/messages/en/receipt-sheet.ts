/** What an endorser takes away of what they said. */
export const receiptSheet = {
  open: 'Your receipt (PDF)',
  kind: 'Receipt for an endorsement',
  about: (institution: string, day: string) =>
    `What you confirmed for ${institution} on ${day}, as it was recorded. The signed record is inside the file as credential.json.`,
  takenBack: 'You took it back. It counts no more, and is kept as withdrawn.',
  parts: { what: 'What you confirmed', saw: 'What you saw', said: 'Your words for the record', how: 'How you are known', next: 'What happens with it' },
  terms: {
    activity: 'Activity', student: 'Student', role: 'Role', when: 'When', hours: 'Hours', on: 'Confirmed on',
    known: 'Confirmed how', relationship: 'Your part', basis: 'How you know', shown: 'Shown as', named: 'Who named you',
    next: 'Next', takeBack: 'Taking it back', kept: 'Kept', note: 'Your private note',
  },
  judged: (word: string, comment: string) => (comment ? `${word}. ${comment}` : word),
  takeBack: (contact: string) =>
    `While no credential rests on it, you take it back or say it anew at the link in your mail. Afterwards, or at any time, write to ${contact}.`,
  kept: (institution: string) =>
    `${institution} keeps what you said as long as the student’s record, and shows it only as you agreed to be shown. Nothing of it is public until the student shares it.`,
  note: 'What you told the institution alone is not on this paper.',
  attachment: 'The signed record of the endorsement',
}
