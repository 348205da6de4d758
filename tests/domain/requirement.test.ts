import { expect, test } from 'vitest'
import type { Requirement } from '~/domain/requirement'
import { checkRequirement, type Surroundings } from '~/domain/requirement-check'
import { readRequirement, RequirementSchema } from '~/domain/requirement.server'

const surroundings: Surroundings = {
  seriesId: 'own',
  competencies: new Map([['S3', { frameworkId: 'lifecomp' }]]),
  frameworks: new Map([['lifecomp', { competencies: 9, levels: 4 }]]),
  programmes: new Map<string, readonly string[]>([
    ['first', []],
    ['second', ['first']],
    ['round', ['about']],
    ['about', ['own']],
    ...[1, 2, 3, 4, 5].map(at => [`step${at}`, [at === 5 ? 'own' : `step${at + 1}`]] as const),
  ]),
  retired: new Set(['retired']),
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
  for (const seriesId of ['own', 'about', 'round', 'step1'])
    expect(faults({ kind: 'credential', seriesId })).toEqual(['circle'])
  expect(faults({ kind: 'credential', seriesId: 'unknown' })).toEqual(['notPublished'])
  expect(faults({ kind: 'credential', seriesId: 'retired' })).toEqual(['retired'])
})

test('one waiver sets aside one part', () => {
  const waiver = { kind: 'waiver', key: 'hours', label: 'Hours' } as const
  expect(faults({ kind: 'any', of: [waiver, competency, waiver] })).toEqual(['2 sameKey'])
})

test('days that do not lie between the first and the last that count are too many', () => {
  const period = (days: number) => faults({ kind: 'period', days, counting: { from: '2026-01-01', until: '2026-01-31' } })
  expect(period(31)).toEqual([])
  expect(period(32)).toEqual(['tooLong'])
  expect(faults({ kind: 'categories', minimum: 10 })).toEqual(['tooMany'])
})

test('a part that can only be set aside stands beside what it is set aside for', () => {
  const waiver = { kind: 'waiver', key: 'hours', label: 'Hours' } as const
  const other = { ...waiver, key: 'other' }
  expect(faults(waiver)).toEqual(['waiverAlone'])
  expect(faults({ kind: 'all', of: [competency, waiver] })).toEqual(['1 waiverAlone'])
  expect(faults({ kind: 'any', of: [waiver, other] })).toEqual(['0 waiverAlone', '1 waiverAlone'])
  expect(faults({ kind: 'atLeast', count: 2, of: [competency, waiver] })).toEqual(['1 waiverAlone'])
  expect(faults({ kind: 'atLeast', count: 1, of: [competency, waiver] })).toEqual([])
})

test('a tree too deep or too large is refused in a sentence, before anybody goes down into it', () => {
  const deep = (levels: number, inside: unknown = { kind: 'minutes', minimum: 60 }): unknown => {
    let tree = inside
    for (let level = 0; level < levels; level++) tree = { kind: 'all', of: [tree] }
    return tree
  }
  const said = (json: unknown) => RequirementSchema.safeParse(json).error?.issues.map(({ message }) => message)
  expect(said(deep(12))).toBeUndefined()
  for (const levels of [13, 200, 1_000_000]) {
    expect(said(deep(levels))).toEqual(['Groups stand inside each other more than 12 deep. Put them side by side.'])
  }
  expect(() => readRequirement(deep(200))).toThrow('more than 12 deep')
  let looked = 0
  const part = { get kind() { return looked++, 'minutes' }, minimum: 1 }
  const wide = { kind: 'all', of: Array.from({ length: 1_000_000 }, () => part) }
  const text = JSON.stringify({ kind: 'waiver', key: 'k', label: 'x'.repeat(50_000_000) })
  expect(said(wide)).toEqual([expect.stringContaining('more than 100 parts')])
  expect(looked).toBeLessThan(1_000)
  expect(said(JSON.parse(text))).toHaveLength(1)
  const many = { kind: 'minutes', minimum: 1, counting: { categories: Array.from({ length: 1_000_000 }, () => 'club') } }
  expect(said(many)).toHaveLength(1)
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
