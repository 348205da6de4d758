/** Words of endorsements on pages, in mails and inside signed documents. */
export const endorsement = {
  title: 'The endorsement',
  confirmedBy: (who: string) => `Confirmed by ${who}`,
  roleAt: (role: string, organisation: string) => `${role}, ${organisation}`,
  relationship: {
    supervisor: 'I supervised this work',
    teacher: 'I taught or examined the student',
    organiser: 'I organised the event or group',
    colleague: 'I worked beside the student',
    client: 'I received what the student did',
    fellowStudent: 'I am a fellow student',
  },
  relationshipOfThem: {
    supervisor: 'They supervised this work.',
    teacher: 'They taught or examined the student.',
    organiser: 'They organised the event or group.',
    colleague: 'They worked beside the student.',
    client: 'They received what the student did.',
    fellowStudent: 'They are a fellow student.',
  },
  basis: {
    sawIt: 'I saw it myself',
    supervisedIt: 'I supervised it',
    fromRecords: 'From our records',
    fromDocument: 'From a document',
  },
  basisOfThem: {
    sawIt: 'They saw it themselves.',
    supervisedIt: 'They supervised it.',
    fromRecords: 'They speak from their records.',
    fromDocument: 'They speak from a document.',
  },
  shownAs: {
    nameAndRole: 'With my name and role',
    roleAndOrganisation: 'With my role and organisation only',
  },
  outcome: { notYet: 'Observed, not yet at a level', notObserved: 'Not observed' },
  assurance: {
    staff: 'University staff, confirmed by sign-in',
    organisation: 'Organisation address, confirmed by code',
    email: 'Mail address, confirmed by code',
  },
  assuranceSentence: {
    staff: 'They signed in with the university.',
    organisation: 'They confirmed by code an address of an organisation known to the university.',
    email: 'They confirmed by code a mail address; the university does not know whose it is.',
  },
  namedBy: {
    institution: 'The university named them.',
    opportunity: 'They are the contact of this activity in the university’s catalogue.',
    student: 'The student named them.',
  },
  judged: (competency: string, outcome: string, comment: string) =>
    comment ? `${competency}: ${outcome}. ${comment}` : `${competency}: ${outcome}.`,
  confirmedTime: 'Confirmed time in minutes',
  confirmedTimeSentence: (time: string) => `They confirmed ${time}.`,
  confirmedRole: (role: string, period: string) => `They confirmed the role ${role}, ${period}.`,
  recordedBy: (institution: string) => `${institution} recorded this and signs the record.`,
}
