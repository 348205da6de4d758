import { plural } from './numbers'

/** The sheet of one approved activity, on its page and on paper. */
export const activitySheet = {
  open: 'Sheet to print',
  kind: 'Activity sheet',
  page: (title: string) => `Activity sheet: ${title}`,
  about: (institution: string, day: string) =>
    `A sheet from the record of ${institution}, as at ${day}. It is not a transcript, and gives no credit and no qualification.`,
  isSigned: 'The signed record of this activity is inside the file as credential.json: it proves itself, and any verifier can check it.',
  notSigned: 'Nothing inside it is signed, so it proves nothing by itself: only what is signed does.',
  parts: {
    what: 'What it was', told: 'What the student reports', thought: 'What the student makes of it', shown: 'What was shown',
    shownNote: 'The highest level that somebody confirmed', said: 'Who confirmed it', evidence: 'Evidence', approved: 'How it was approved',
    reading: 'How to read it',
  },
  terms: {
    activity: 'Activity', organisation: 'Where', role: 'Role', category: 'Kind', when: 'When', form: 'How', hours: 'Confirmed hours',
    basis: 'Their basis', approvedOn: 'Approved', office: 'By', isPaid: 'Paid', isCreditBearing: 'Credit', isMandatory: 'Mandatory',
    endorsed: 'Endorsed', approved: 'Approved', levels: 'Levels, lowest first', issuedBy: 'Issued by', checking: 'Checking',
    digest: 'SHA-256',
  },
  flags: {
    isPaid: 'It was paid work.', isCreditBearing: 'It also counts towards a course of study.', isMandatory: 'It was a compulsory part of a course.',
  },
  basis: {
    confirmed: (people: number) => plural(people, {
      one: 'As one person confirmed them.', other: 'The least of what # people confirmed.',
    }),
    named: 'Named by the institution when it approved the activity, with a reason on record.',
  },
  reflection: { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result', learning: 'What I learned' },
  endorsedMeaning:
    'Somebody other than the student, who is named here as they agreed to be, confirmed the work, the hours, and each ' +
    'level by the wording of a published rubric.',
  approvedMeaning: 'The institution looked at what was confirmed and at the evidence, and accepted it into the record.',
  byRule: 'By rule, once it was confirmed: this kind of activity has no review of its own.',
  checkingMeaning: (address: string) => `Give this file to ${address}, or the credential.json inside it to any verifier of Open Badges 3.0.`,
  asking: (contact: string) => `Ask the institution: ${contact}.`,
  evidenceMeaning: 'Files and links stay with the student. The digest tells whether a file shown to you is the one on record.',
  knownAs: (relationship: string, basis: string, assurance: string) => `${relationship} ${basis} ${assurance}`,
  by: (who: string, day: string) => `${who}, ${day}`,
  attachment: 'The signed record of the activity (Open Badges 3.0)',
  foot: 'Page {page} of {pages}',
  choose: {
    title: 'What it tells', note: 'The rest of your reflection and evidence stays out. Nothing is sent to anybody.',
    nameForm: 'Your name on it', reflection: 'Your reflection', evidence: 'Evidence, by title and digest', show: 'Show it so',
  },
  pdf: 'Take it as PDF',
  sign: 'Sign its record',
  signNote: 'It is then inside the PDF, as a credential of its own that anyone can check. It is signed once and stays private.',
  signed: 'Signed. The PDF has it inside.',
  back: 'The activity',
}
