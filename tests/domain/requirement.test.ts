import { expect, test } from 'vitest'
import type { Requirement } from '~/domain/requirement'
import { checkRequirement, type Surroundings } from '~/domain/requirement-check'
import { RequirementSchema } from '~/domain/requirement.server'

const surroundings: Surroundings = {
  seriesId: 'own',
  competencies: new Map([['S3', { frameworkId: 'lifecomp' }]]),
  frameworks: new Map([['lifecomp', { competencies: 9, levels: 4 }]]),
  programmes: new Map([
    ['first', []],
    ['second', ['first']],
    ['round', ['about']],
    ['about', ['own']],
  ]),
}
const competency = {
  kind: 'competency',
  competencyId: 'S3',
  level: 4,
  times: 1,
  endorsers: 1,
  by: 'best',
} as const
const faults = (requirement: Requirement) =>
  checkRequirement(requirement, surroundings).map(({ path, fault }) => `${path} ${fault}`.trim())

test('a requirement that can be met is published as it is', () => {
  expect(
    faults({
      kind: 'all',
      of: [
        competency,
        {
          kind: 'any',
          of: [
            { kind: 'minutes', minimum: 60 },
            { kind: 'waiver', key: 'hours', label: 'Hours' },
          ],
        },
        { kind: 'breadth', frameworkId: 'lifecomp', minimum: 9, level: 1 },
        { kind: 'credential', seriesId: 'second' },
      ],
    }),
  ).toEqual([])
})

test('what nobody can meet is refused, with the place', () => {
  expect(faults({ ...competency, level: 5 })).toEqual(['noSuchLevel'])
  expect(faults({ ...competency, competencyId: 'X9' })).toEqual(['notPublished'])
  expect(faults({ kind: 'breadth', frameworkId: 'lifecomp', minimum: 10, level: 1 })).toEqual(['tooMany'])
  expect(faults({ kind: 'breadth', frameworkId: 'other', minimum: 1, level: 1 })).toEqual(['notPublished'])
  expect(faults({ kind: 'all', of: [competency, { kind: 'atLeast', count: 2, of: [competency] }] })).toEqual([
    '1 tooMany',
  ])
  expect(
    faults({ kind: 'categories', minimum: 3, counting: { categories: ['club', 'sport', 'club'] } }),
  ).toEqual(['tooMany'])
  expect(faults({ kind: 'minutes', minimum: 1, counting: { categories: [] } })).toEqual(['neverMatches'])
  expect(
    faults({ kind: 'minutes', minimum: 1, counting: { from: '2026-02-01', until: '2026-01-31' } }),
  ).toEqual(['neverMatches'])
})

test('what is met by nobody doing anything is refused', () => {
  expect(faults({ kind: 'all', of: [] })).toEqual(['empty', 'free'])
  expect(faults({ kind: 'any', of: [competency, { kind: 'all', of: [] }] })).toEqual(['1 empty', 'free'])
})

test('a programme never leads back to itself, however long the way', () => {
  for (const seriesId of ['own', 'about', 'round'])
    expect(faults({ kind: 'credential', seriesId })).toEqual(['circle'])
  expect(faults({ kind: 'credential', seriesId: 'retired' })).toEqual(['notPublished'])
})

test('one waiver sets aside one part', () => {
  const waiver = { kind: 'waiver', key: 'hours', label: 'Hours' } as const
  expect(faults({ kind: 'any', of: [waiver, competency, waiver] })).toEqual(['2 sameKey'])
})

test('only requirements that we know are read', () => {
  const reads = (json: unknown) => RequirementSchema.safeParse(json).success
  expect(
    reads({ kind: 'all', of: [{ kind: 'minutes', minimum: 60, counting: { from: '2026-01-01' } }] }),
  ).toBe(true)
  expect(RequirementSchema.parse({ kind: 'competency', competencyId: 'S3', level: 2 })).toMatchObject({
    times: 1,
    endorsers: 1,
    by: 'best',
  })
  for (const json of [
    null,
    {},
    { kind: 'not', of: [] },
    { kind: 'minutes' },
    { kind: 'minutes', minimum: 0 },
    { kind: 'minutes', minimum: 1.5 },
    { kind: 'minutes', minimum: 60, maximum: 90 },
    { kind: 'all', of: [{ kind: 'all' }] },
    { kind: 'minutes', minimum: 60, counting: { until: '2026-02-30' } },
    { kind: 'all', of: Array.from({ length: 101 }, () => ({ kind: 'minutes', minimum: 1 })) },
  ]) {
    expect(reads(json), JSON.stringify(json)).toBe(false)
  }
})
