import { createHash } from 'node:crypto'
import type { CertificateFacts } from '~/documents/certificate'
import { STANDARD_LOOK } from '~/documents/house-look'
import { certificate } from '~/messages/en/certificate'
import { cast, northbridge, outsiders } from '../cast'

/** What a certificate of the demo institution prints, with whatever a test wants to be otherwise. */
export function factsOf(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    language: 'en',
    words: certificate,
    kind: 'MicroCredential',
    institution: {
      name: northbridge.name,
      unit: northbridge.office,
      country: 'Ireland',
      signatories: [],
      look: STANDARD_LOOK,
    },
    learner: { name: cast.ana.usedName },
    programme: {
      title: 'Inclusive Leadership',
      description: 'Leads a group of people who differ, so that each is heard and the work gets done.',
      emblem: { seed: 'leadership', title: 'Inclusive Leadership', issuer: northbridge.name, level: 2 },
    },
    level: { word: 'Intermediate', position: 2, of: 3 },
    workload: { notionalMinutes: 75 * 60, confirmedMinutes: 112.5 * 60 },
    credit: '3 ECTS',
    awarded: { on: new Date('2026-05-02T10:00:00Z'), words: '2 May 2026' },
    competencies: [
      { name: 'Collaboration', code: 'S3', level: { word: 'Independent', position: 3, of: 4 } },
      { name: 'Communication', code: 'S2', level: { word: 'Practising', position: 2, of: 4 } },
    ],
    scale: ['Beginning', 'Practising', 'Independent', 'Leading'],
    endorsers: [
      {
        name: cast.ben.usedName,
        standing: northbridge.name,
        assurance: 'University staff, signed in',
        month: 'April 2026',
      },
      {
        name: outsiders.eleni.name,
        standing: `${outsiders.eleni.roleTitle}, ${outsiders.eleni.organisation}`,
        assurance: 'Organisation address, confirmed by code',
        month: 'March 2026',
      },
    ],
    elements: [{ term: 'Assessment', meaning: 'Judgement against a published rubric' }],
    activities: [
      { title: 'Shift leader, Shoreline Food Bank', period: 'Oct 2025 to Mar 2026', minutes: 40 * 60 },
    ],
    credential: credentialOf('{"name": "Inclusive Leadership"}\n'),
    ...changes,
  }
}

export function credentialOf(json: string): CertificateFacts['credential'] {
  const bytes = Buffer.from(json)
  return {
    number: '7D3C-1A54-9F0E-4B7A',
    url: 'https://northbridge.example/credentials/7d3c1a549f0e4b7a8e510b2a3f3f9c10',
    bytes,
    digest: createHash('sha256').update(bytes).digest(),
  }
}

/** Names as people bear them, by language. */
export const names = {
  pt: 'Ana Sofia Duarte',
  vi: 'Nguyễn Thị Ánh Dương',
  tr: 'Gülşah Çağlayan İnönü',
  el: 'Αλέξανδρος Παπαδόπουλος',
  ru: 'Екатерина Щербакова',
  ar: 'فاطمة الزهراء بنت محمد',
  fa: 'ژاله پرویزی گچساران',
  he: 'שרה בת־אל כהן',
  hi: 'प्रिया कृष्णमूर्ति शर्मा',
  th: 'พิชญ์สินี น้ำผึ้ง ทำดี',
  zh: '王小明',
  ja: '山田 太郎',
  ko: '김민준',
} as const
