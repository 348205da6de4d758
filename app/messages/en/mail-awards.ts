import type { Letter } from '../letter'

interface Award {
  name: string
  programme: string
  url: string
}

interface IssuedTranscript {
  name: string
  office: string
  recipient: string
  basis: string
  url: string
}

export const awardMail = {
  awardOffered: ({ name, programme, url, until }: Award & { until: string }): Letter => ({
    subject: 'A credential is waiting for you',
    greeting: `Dear ${name},`,
    paragraphs: [
      `You have met everything that “${programme}” asks for. The credential is yours once you accept it.`,
    ],
    action: { words: 'Look at it and accept', url },
    after: [`You choose the name on it, and what it says about others. The offer stands until ${until}.`],
  }),

  awardReminder: ({ name, programme, url, until }: Award & { until: string }): Letter => ({
    subject: 'A credential still waits for you',
    greeting: `Dear ${name},`,
    paragraphs: [`“${programme}” has been offered to you, and the offer runs out on ${until}.`],
    action: { words: 'Look at it and accept', url },
  }),

  credentialIssued: ({ name, programme, url }: Award): Letter => ({
    subject: 'Your credential is issued',
    greeting: `Dear ${name},`,
    paragraphs: [`“${programme}” is signed and yours. Nobody else sees it until you share it.`],
    action: { words: 'Open your credential', url },
    after: [
      'You can download it as a certificate and as a file that anyone can verify, with us or without us.',
    ],
  }),

  credentialExpiring: ({ name, programme, url, until }: Award & { until: string }): Letter => ({
    subject: 'A credential of yours ends soon',
    greeting: `Dear ${name},`,
    paragraphs: [`“${programme}” is good until ${until}. After that day every check says that it has expired.`],
    action: { words: 'Open your credentials', url },
    after: ['If you still meet what the programme asks for, the registrar’s office can renew it.'],
  }),

  credentialRevoked: ({ name, programme, reason, url }: Award & { reason: string }): Letter => ({
    subject: 'A credential was revoked',
    greeting: `Dear ${name},`,
    paragraphs: [
      `The credential “${programme}” was revoked: ${reason}. Whoever verifies it is told so, without ` +
        'your name.',
    ],
    action: { words: 'Open your credential', url },
  }),

  transcriptIssued: ({ name, office, recipient, basis, url }: IssuedTranscript): Letter => ({
    subject: 'Your university issued a transcript of your record',
    greeting: `Dear ${name},`,
    paragraphs: [`${office} issued a co-curricular transcript of your record to ${recipient}. The basis given: ${basis}`],
    action: { words: 'Look at it', url },
    after: ['If this is not what you agreed to, withdraw it on its page and write to us. Every check says so at once.'],
  }),

  reason: {
    superseded: 'a new one has replaced it',
    issuedInError: 'it was issued in error',
    withdrawnByHolder: 'you asked for it',
    withdrawnByIssuer: 'the university has withdrawn it',
  },
}
