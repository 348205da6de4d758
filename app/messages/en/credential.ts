import { plural, spell } from './numbers'

const activities = (count: number) =>
  `${spell(count)} ${plural(count, { one: 'activity', other: 'activities' })}`

/** The credential as anyone sees it who was given its address. */
export const credential = {
  title: (programme: string, holder: string) => (holder ? `${programme}, ${holder}` : programme),
  gone: 'Credential',
  concern: 'Something is wrong with this? Report a concern',
  certifies: (institution: string) => `${institution} certifies that`,
  awardedBy: (institution: string) => `Awarded by ${institution}`,
  earned: {
    MicroCredential: 'has earned the micro-credential',
    CoCurricular: 'has completed the co-curricular programme',
    CommunityService: 'has completed the service programme',
    Badge: 'has earned',
  },
  level: 'Level',
  workload: 'Workload',
  awarded: 'Awarded',
  valid: 'Valid',
  withoutEnd: 'without end',
  until: (day: string) => `until ${day}`,

  validity: {
    valid: (issuer: string, checked: string) =>
      `Issued by ${issuer}, unchanged, not revoked. Checked ${checked}.`,
    unknown: (checked: string) => `Unchanged, but something could not be found out. Checked ${checked}.`,
    failed: (checked: string) => `It does not pass our own checks. Do not rely on it. Checked ${checked}.`,
    expired: (day: string, checked: string) =>
      `It was valid until ${day}; unchanged, not revoked. Checked ${checked}.`,
    revoked: (day: string, reason: string) => `On ${day}: ${reason}. What it said no longer stands.`,
    words: {
      valid: 'Valid',
      expired: 'Ran out',
      revoked: 'Revoked',
      unknown: 'Could not be checked',
      failed: 'Not valid',
    },
    checkYourself: 'Check it yourself',
  },
  reasons: {
    superseded: 'replaced by another',
    issuedInError: 'issued in error',
    withdrawnByHolder: 'given back by its holder',
    withdrawnByIssuer: 'withdrawn by the university',
  },
  replaced: {
    title: 'Replaced; ask the holder.',
    words:
      'This credential is no longer in force. Whoever gave you its address can give you the one that is.',
  },

  scale: (hours: string, count: number, from: string, to: string) =>
    from === to
      ? `${hours} in ${activities(count)}, ${from}.`
      : `${hours} in ${activities(count)}, ${from} to ${to}.`,
  confirmed: 'Confirmed',
  demonstrated: 'What was demonstrated',
  demonstratedNote: (levels: readonly string[]) =>
    levels.length > 1
      ? `Levels as seen by others, not as claimed. Dots run from ${levels[0]} to ${levels.at(-1)}.`
      : 'Levels as seen by others, not as claimed.',
  sawIt: 'Who saw it',
  sawItNote: 'And how we know that it is them.',
  quoted: (statement: string) => `“${statement}”`,
  unnamed: 'Not named here',
  aboutWork: (activity: string, day: string) => `About ${activity}, ${day}`,
  record: 'The signed record',
  rests: 'What it rests on',
  restsNote: (hours: string) => `${hours}, as confirmed by those who saw it.`,
  activity: 'Activity',
  period: 'Period',
  hours: 'Hours',
  roleAt: (role: string, organisation: string) => `${role}, ${organisation}`,
  evidence: (names: string) => `Evidence the university saw: ${names}`,
  details: 'Details',
  detailsNote: 'The elements of the European approach to micro-credentials.',
  number: 'Credential',
  inFull: 'The programme in full',
  take: 'Take it with you',
  takeNote: 'All of them say the same, and each can be checked by anyone.',
  certificate: 'Certificate to print',
  certificateNote: 'PDF, with the signed data inside',
  json: 'Open Badge 3.0',
  jsonNote: 'JSON, for other systems',
  jwt: 'Open Badge 3.0 as a token',
  jwtNote: 'JWT, for systems that read no other form',
  because: 'The reasons, sealed',
  becauseNote: 'JSON; the holder can open parts of it',
  qr: 'QR code with the address of this page',
  qrNote: 'The address of this page',
  uncovered: (characters: string) =>
    `This certificate cannot be printed: no typeface here has ${characters}. The signed credential as ` +
      'JSON is complete.',
  shown: (holder: string) => `Shown because ${holder} chose to. They can stop at any time.`,
  onlyYou: 'Only you see this. Nobody else finds anything at this address until you share it.',
  onlyOffice: 'Only its holder and the office see this.',
  share: 'Share it',
  accepted: {
    title: (programme: string) => `${programme} is yours. You did the work, and people who saw it said so.`,
    words:
      'Nobody else sees it yet. When you are ready, share it: as a page anyone can open, as a certificate to ' +
      'print, or as a file for a wallet.',
    share: 'Share it',
    all: 'Your credentials',
  },

  endorsement: {
    title: 'Endorsement',
    about: 'What they said of one activity, as recorded on the day.',
    noStatement: 'They wrote no statement.',
    judged: 'What they saw',
    judgedNote: 'Every claim they were asked about, also what they did not see.',
    record: 'For the record',
    recorded: (institution: string) => `Recorded and signed by ${institution}`,
    json: 'The signed endorsement',
  },
  issuer: {
    keys: 'Its keys',
    keysNote: 'Old ones stay published, so that what they signed can be checked for ever.',
    key: 'Public key',
    since: 'Since',
    state: 'State',
    states: {
      active: 'signs now',
      retired: 'signs no more; what it signed stays valid',
      lost: 'lost; what it signed stays valid',
      compromised: 'has been in other hands',
    },
    about: 'The institution',
    did: 'Identifier',
    legalName: 'Legal name',
    country: 'Country',
    accreditation: 'Accreditation',
    website: 'Website',
    contact: 'Contact',
    office: 'Office',
    intro: 'Who issues the credentials that name this address, and the keys they are signed with.',
    didDocument: 'The same for programs (DID document)',
    profile: 'Profile (Open Badges 3.0)',
  },
  statusList: {
    title: 'Revocation list',
    heading: 'One list for all, so that nobody learns which credential is looked up.',
    words: (issuer: string) =>
      `${issuer} keeps one bit for each credential in this list and turns it when one is revoked. ` +
        'Programs that check a credential fetch the whole list.',
    json: 'The signed list',
    until: (day: string) => `This copy is good until ${day}.`,
  },
}
