import { expect, test } from 'vitest'
import type { Requirement } from '~/domain/requirement'
import type { RequirementNames } from '~/domain/requirement-names'
import { requirementSentence } from '~/messages/en/requirement'
import { wordsIn } from '~/messages/messages'

const levels = ['Beginning', 'Practising', 'Independent', 'Leading']
const names: RequirementNames = {
  competencies: { s3: { name: 'Collaboration', levels } },
  frameworks: { lifecomp: { name: 'LifeComp', levels } },
  programmes: { partnership: 'Community Partnership' },
}
const { format } = wordsIn('en', 'Europe/Dublin', new Date('2026-05-21T12:00:00Z'))
const sentence = (requirement: Requirement) => requirementSentence(requirement, names, format)

const competency = {
  kind: 'competency',
  competencyId: 's3',
  level: 3,
  times: 1,
  endorsers: 1,
  by: 'best',
} as const

test.each<[Requirement, string]>([
  [{ kind: 'minutes', minimum: 3600 }, 'At least 60 hours of approved work.'],
  [{ kind: 'minutes', minimum: 90 }, 'At least 1\u00A0h\u00A030 of approved work.'],
  [
    {
      kind: 'minutes',
      minimum: 2400,
      counting: { categories: ['volunteering', 'research'], excludePaid: true, excludeMandatory: true },
    },
    'At least 40 hours of volunteering or research, not counting paid work or compulsory work.',
  ],
  [{ kind: 'activities', minimum: 1 }, 'At least one activity.'],
  [
    {
      kind: 'activities',
      minimum: 3,
      counting: { categories: ['club'], from: '2025-09-01', until: '2026-06-30' },
    },
    'At least three activities, in club work, between 1 September 2025 and 30 June 2026.',
  ],
  [competency, 'Collaboration at Independent or higher.'],
  [{ ...competency, level: 4 }, 'Collaboration at Leading.'],
  [
    { ...competency, times: 2, endorsers: 2, by: 'latest' },
    'Collaboration at Independent or higher, in at least two activities, seen by at least two people, ' +
      'and still so when somebody last judged it.',
  ],
  [
    { kind: 'breadth', frameworkId: 'lifecomp', minimum: 5, level: 2 },
    'At least five competencies of LifeComp, each at Practising or higher.',
  ],
  [{ kind: 'endorsers', minimum: 1, assurance: 'email' }, 'One person who saw the work.'],
  [
    { kind: 'endorsers', minimum: 2, assurance: 'staff' },
    'At least two different people who saw the work, one of them on the staff of the university.',
  ],
  [{ kind: 'categories', minimum: 2 }, 'Work of at least two different kinds.'],
  [{ kind: 'period', days: 90 }, 'Approved work that spans at least 90 days.'],
  [{ kind: 'reflection', minimum: 1 }, 'At least one activity with a written reflection.'],
  [{ kind: 'credential', seriesId: 'partnership' }, 'The credential Community Partnership.'],
  [{ kind: 'waiver', key: 'prior', label: 'prior learning' }, 'Set aside by the university: prior learning.'],
  [{ kind: 'atLeast', count: 2, of: [] }, 'At least two of these:'],
])('a requirement reads as a sentence: %j', (requirement, words) => {
  expect(sentence(requirement)).toBe(words)
})

test('a requirement that points at something gone still reads', () => {
  expect(sentence({ ...competency, competencyId: 'gone' })).toBe('One competency at level 3 or higher.')
})
