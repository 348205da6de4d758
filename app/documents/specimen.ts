import { createHash } from 'node:crypto'
import { certificate } from '~/messages/en/certificate'
import type { CertificateFacts } from './certificate'
import { STANDARD_LOOK } from './house-look'

/** A certificate nobody earned: drawn once to warm the fonts. */
export function specimen(): CertificateFacts {
  const bytes = new TextEncoder().encode('{}')
  return {
    language: 'en',
    words: certificate,
    kind: 'MicroCredential',
    institution: {
      name: 'Institution', unit: 'Office', country: 'Country', signatories: [], look: STANDARD_LOOK,
    },
    learner: { name: 'Specimen' },
    programme: {
      title: 'Programme',
      description: 'Description of the programme.',
      emblem: { seed: 'specimen', title: 'Programme', issuer: 'Institution', level: 1 },
    },
    level: { word: 'Foundation', position: 1, of: 3 },
    workload: { notionalMinutes: 60, confirmedMinutes: 60 },
    awarded: { on: new Date(0), words: '1 January 1970' },
    competencies: [{ name: 'Competency', code: '1.1', level: { word: 'Beginning', position: 1, of: 4 } }],
    scale: ['Beginning', 'Practising', 'Independent', 'Leading'],
    endorsers: [
      { name: 'Endorser', standing: 'Organisation', assurance: 'Confirmed', month: 'January 1970' },
    ],
    elements: [{ term: 'Term', meaning: 'Meaning' }],
    activities: [{ title: 'Activity', period: 'January 1970', minutes: 60 }],
    credential: {
      number: '0000-0000-0000-0000',
      url: 'https://institution.example/credentials/specimen',
      bytes,
      digest: createHash('sha256').update(bytes).digest(),
    },
  }
}
