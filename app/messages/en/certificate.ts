/** Printed on certificates. Plain words only: they travel to the thread that draws. */
export const certificate = {
  kinds: {
    MicroCredential: { heading: 'Micro-credential certificate', earned: 'has earned the micro-credential' },
    CoCurricular: { heading: 'Co-curricular certificate', earned: 'has completed the programme' },
    CommunityService: { heading: 'Community service certificate', earned: 'has completed the service' },
    Badge: { heading: 'Certificate', earned: 'has earned' },
  },
  /** On every page of one that nobody has earned. */
  specimen: 'Specimen, not a certificate',
  certifies: 'certifies that',
  emblem: 'Emblem of the programme',
  level: 'Level',
  workload: 'Workload',
  confirmed: 'Confirmed',
  credit: 'Credit',
  awarded: 'Awarded',
  validUntil: 'Valid until',
  shown: 'What was shown',
  shownNote: 'Levels as others judged them',
  confirmedBy: 'Confirmed by',
  moreOverleaf: 'More on the next page',
  qrCode: 'QR code with the address of this credential',
  check: 'Check this certificate at',
  number: 'Credential',
  about: 'About this credential',
  description: 'Description',
  restsOn: 'What it rests on',
  activity: 'Activity',
  period: 'Period',
  hours: 'Hours',
  reading: 'How to read it',
  scale: 'Levels, lowest first',
  confirmedMeans: 'Confirmed',
  confirmedMeaning:
    'Somebody other than the learner confirmed the hours ' +
    'and chose each level by the wording of the rubric. ' +
    'The line under each name says how that person is known.',
  checking: 'Checking',
  checkingMeaning:
    'The address and the QR code lead to the current state of this credential, also if it was revoked. ' +
    'This file carries the signed credential as credential.json, for programs that read Open Badges\u00a03.0.',
  attachment: 'The signed credential (Open Badges 3.0)',
}
