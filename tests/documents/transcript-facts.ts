import { STANDARD_LOOK } from '~/documents/house-look'
import { transcriptFacts } from '~/documents/transcript-facts'
import type { TranscriptFacts } from '~/documents/transcript'
import type { ReachedLevel, TranscriptEntry } from '~/domain/transcript-sheet'
import type { PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'

const scale = ['Emerging', 'Developing', 'Proficient', 'Leading']
const kinds = ['Volunteering', 'Club or society', 'Sport', 'Research', 'Arts and culture']
const competencies = ['Collaboration', 'Communication', 'Growth mindset', 'Critical thinking', 'Empathy', 'Managing learning']
const titles = [
  'Saturday shifts at the food bank', 'Treasurer of the Debating Society', 'First eight', 'Soil samples of the river bank',
  'Φοιτητικός Όμιλος Θεάτρου', 'Волонтёрский центр', 'نادي اللغة العربية', '留学生交流会',
]

/** A record of so many activities, with the demo's people and in several scripts. */
export function transcriptOf(activities: number, changes: Partial<TranscriptFacts> = {}, language: PaperLanguage = 'en'): TranscriptFacts {
  const words = paperWordsIn(language, 'Europe/Dublin', new Date('2026-06-18T09:00:00Z'))
  const entries = [...[1, 2, 3].map(credential), ...Array.from({ length: activities }, (_, at) => activity(at))]
  const facts = transcriptFacts({
    form: 'full',
    institution: {
      name: 'Northbridge University', legalName: 'Northbridge University', office: 'Office of Student Life', country: 'Ireland',
      signatories: [{ name: 'Rosa Lindqvist', role: 'Registrar' }],
      emblem: { seed: 'north', title: 'Co-curricular transcript', issuer: 'Northbridge University', level: 1, glyph: 'book' },
      look: STANDARD_LOOK, mayTitleHear: false,
    },
    record: {
      number: '7D3C-1A54-9F0E-4B7A', url: 'https://credentials.northbridge.example/transcripts/fTwaVJ8OS3q1Zr0kQmXcYg',
      bytes: new TextEncoder().encode('{"type":["VerifiableCredential","ClrCredential"]}'),
    },
    madeAt: new Date('2026-06-18T09:00:00Z'),
    sheet: {
      holder: 'Ana Sofia Duarte', holderDid: null, entries,
      description: 'All credentials in force and all approved activities at Northbridge University, as at 18 June 2026. Not an academic transcript.',
    },
  }, words)
  return { ...facts, ...changes }
}

function activity(at: number): TranscriptEntry {
  const [year, month] = [2026 - (at % 4), String(1 + (at % 9)).padStart(2, '0')]
  return {
    id: `urn:uuid:${at}`, isActivity: true, language: 'en', name: titles[at % titles.length] ?? '', genre: kinds[at % kinds.length] ?? '',
    narrative:
      'Volunteer, Shoreline Food Bank; Jan 2026 to Mar 2026; 25 h confirmed. ' +
      'Confirmed by Representation officer, Students’ Union (University staff, confirmed by sign-in).',
    from: `${year}-${month}-01`, to: `${year}-${month}-28`, awardedAt: '2026-06-18T09:00:00Z', minutes: 60 * (5 + (at % 30)),
    levels: [level(at), level(at + 2)],
    said: at % 5 === 0 ? [{ by: 'Confirmed by Ben Ortiz, Representation officer, Students’ Union', statement: 'I was there every week, and so was she.', known: 'They supervised this work. They saw it themselves. They signed in with the university.' }] : [],
  }
}

function credential(at: number): TranscriptEntry {
  return {
    ...activity(at), id: `https://credentials.northbridge.example/credentials/${at}`, isActivity: false, genre: '', said: [],
    name: ['Community Contribution', 'Community Leadership', 'Inclusive Leadership in Student Communities'][at % 3] ?? '',
    narrative: '35 h of confirmed work in 2 activities, Jan 2026 to Mar 2026.',
  }
}

function level(at: number): ReachedLevel {
  const position = 1 + (at % 4)
  return { competency: competencies[at % competencies.length] ?? '', level: { name: scale[position - 1] ?? '', position, of: 4 }, scale }
}
