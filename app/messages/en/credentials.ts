import { capital, plural, spell } from './numbers'

/** The student's own credentials, how they share them, and how the registrar takes one back. */
export const credentials = {
  title: 'Credentials',
  heading: (held: number, offers: number) => [heldWords(held), offerWords(offers)].filter(Boolean).join(' '),
  none: {
    title: 'A credential is what your work adds up to.',
    words:
      'When approved activities meet what a programme asks for, the university offers it to you here. ' +
        'You decide what it names.',
    action: 'See the programmes',
  },
  offers: 'Waiting for you',
  offersNote: 'You decide what it says about you and others.',
  offered: (day: string) => `Offered ${day}`,
  lapses: (day: string) => `The offer stands until ${day}.`,
  look: 'Look at the offer',
  yours: 'Yours',
  yoursNote: 'Each can be checked by anyone you give it to, without asking us.',
  public: 'Public page is on',
  private: 'Seen by nobody else',
  open: 'Open',
  share: 'Share',
  certificate: 'Certificate',
  json: 'JSON',
  jwt: 'JWT',

  panel: {
    title: (programme: string) => `Share ${programme}`,
    isOn: 'Anyone with the address can see it.',
    isOff: 'Nobody but you can see it.',
    page: 'The public page',
    address: 'Address',
    copy: 'Copy',
    copied: 'Copied',
    see: 'See it as others do',
    visible: 'What they see',
    seen: [
      'your name as the credential has it, the programme, and the levels you reached',
      'your activities by title, months and hours, and the people you chose to name',
      'what those people said for the record',
    ],
    unseen: 'Never your files, reflections, notes to endorsers or anything you did not choose to name.',
    unlisted: 'The address cannot be guessed, is in no list, and search engines are asked to stay away.',
    turnOn: 'Switch the public page on',
    turnOff: 'Switch it off',
    offFollows:
      'The address, and the QR codes on papers you gave away, then lead nowhere. You can switch it on again.',
    turnedOn: 'The public page is on. Copy its address, or download the certificate.',
    turnedOff: 'The public page is off. Its address leads nowhere now.',
    take: 'Papers and files',
    certificateNote: 'PDF to print; its QR code leads to the public page, so switch that on first.',
    certificateReady: 'PDF to print; its QR code leads to the public page.',
    jsonNote: 'The signed credential, for wallets and other systems.',
    jwtNote: 'The same as a token, for systems that read no other form.',
    back: 'Your credentials',
  },

  revocation: {
    title: (programme: string, holder: string) => `Revoke ${programme} of ${holder}?`,
    document: 'Revoke a credential',
    follows:
      'From then on every check says that it is revoked, with the day and your reason. It cannot be ' +
        'undone; a correction is a new credential. The holder gets a mail.',
    reason: 'Reason, shown to everyone who checks',
    reasons: {
      superseded: 'Replaced by another',
      issuedInError: 'Issued in error',
      withdrawnByHolder: 'The holder gives it back',
      withdrawnByIssuer: 'The university withdraws it',
    },
    notes: {
      superseded: 'Its page then says only that it was replaced.',
      issuedInError: 'It should never have been issued.',
      withdrawnByHolder: 'At the holder’s own wish.',
      withdrawnByIssuer: 'For reasons the university has told the holder.',
    },
    revoke: 'Revoke it',
    keep: 'Keep it',
    done: 'Revoked. Every check says so from now on, and the holder gets a mail.',
  },
}

function heldWords(held: number) {
  if (held === 0) return ''
  return `${capital(spell(held))} ${plural(held, { one: 'credential is', other: 'credentials are' })} yours.`
}

function offerWords(offers: number) {
  if (offers === 0) return ''
  return `${capital(spell(offers))} ${plural(offers, { one: 'waits', other: 'wait' })} for your answer.`
}
