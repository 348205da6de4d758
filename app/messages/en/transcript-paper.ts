/** Printed on transcripts. Plain words only: they travel to the thread that draws. */
export const transcriptPaper = {
  heading: 'Co-curricular transcript',
  /** On every page of one that nobody signed. */
  preview: 'Preview, not official',
  qrCode: 'QR code with the address of this transcript',
  emblem: 'Emblem of the transcripts of this institution',
  holder: 'Holder',
  madeOn: 'As at',
  period: 'Period of the work',
  document: 'Transcript',
  totals: { activities: 'approved activities', hours: 'confirmed hours', credentials: 'credentials', competencies: 'competencies shown' },
  profile: 'Competency profile',
  profileNote: 'The highest level that somebody confirmed',
  credentials: 'Credentials',
  activities: 'Activities',
  quoted: 'In the words of those who were there',
  timeline: 'When it was',
  timelineOf: 'Time line of the activities',
  kinds: 'What kind of work',
  most: 'Where most of it was',
  more: 'The full transcript has all of it.',
  checkIt: 'How to check it',
  employer: 'Co-curricular transcript, one page',
  shown: 'Shown',
  reading: 'How to read it',
  kind: 'What it is',
  kindMeaning:
    'A record of learning outside the curriculum. It is not an academic transcript, and gives no credit and no ' +
    'qualification, save where an entry says so.',
  confirmed: 'Confirmed',
  confirmedMeaning:
    'Somebody other than the holder, who was there, confirmed the work, the hours, and each level by the wording of a ' +
    'published rubric. In brackets stands how the institution knows that person.',
  approved: 'Approved',
  approvedMeaning: 'The institution looked at what was confirmed and at the evidence, and accepted it into the record.',
  hours: 'Hours',
  hoursMeaning: 'Hours are those that were confirmed, not those that were planned or claimed.',
  levels: 'Levels, lowest first',
  issuedBy: 'Issued by',
  signatory: 'For the institution',
  checking: 'Checking',
  checkingMeaning:
    'The address and the QR code lead to the current state of this transcript, also if it was withdrawn. This file ' +
    'carries the signed record as credential.json, for programs that read the Comprehensive Learner Record 2.0.',
  check: 'Check it at',
  /** With the figures in the place of the braces. */
  page: 'Page {page} of {pages}',
  attachment: 'The signed record (Comprehensive Learner Record 2.0)',
}
