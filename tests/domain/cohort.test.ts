import { expect, test } from 'vitest'
import { cohortReadings } from '~/domain/cohort-readings.server'
import { needsOf } from '~/domain/needs'
import { lacking } from '~/domain/lacking'
import { measure } from '~/domain/measure'
import type { Requirement } from '~/domain/requirement'
import { emptyTally, type CountableActivity } from '~/domain/tally'

const readings = (...requirements: Requirement[]) => cohortReadings('north', needsOf(requirements))
const tables = (...requirements: Requirement[]) =>
  ['Revision', 'Endorsement', 'Judgement'].filter(table =>
    readings(...requirements).work.sql.includes(`"${table}"`),
  )

test('only what a requirement looks at is read', () => {
  expect(tables({ kind: 'activities', minimum: 1 })).toEqual([])
  expect(tables({ kind: 'reflection', minimum: 1 })).toEqual(['Revision'])
  expect(tables({ kind: 'minutes', minimum: 1 })).toEqual(['Endorsement'])
  expect(tables({ kind: 'minutes', minimum: 1, counting: { excludePaid: true } })).toEqual([
    'Revision',
    'Endorsement',
  ])
  expect(tables({ kind: 'period', days: 1 })).toEqual(['Revision', 'Endorsement'])
  expect(tables({ kind: 'breadth', frameworkId: 'f', minimum: 1, level: 1 })).toEqual([
    'Endorsement',
    'Judgement',
  ])
  const { levels, people, namedMinutes, credentials, waivers } = readings({
    kind: 'credential',
    seriesId: 's',
  })
  expect([levels, people, namedMinutes, waivers]).toEqual([null, null, null, null])
  expect(credentials?.values).toContain('s')
})

const activity: CountableActivity = {
  id: 'a',
  category: 'club',
  activityStartDate: '2026-01-01',
  activityEndDate: null,
  minutes: 60,
  isPaid: false,
  isCreditBearing: false,
  isMandatory: false,
  hasReflection: true,
  endorsements: [],
}
const paths = (requirement: Requirement) =>
  lacking(measure(requirement, { ...emptyTally(''), activities: [activity] })).map(({ path }) => path)
const met: Requirement = { kind: 'reflection', minimum: 1 }
const nearly: Requirement = { kind: 'minutes', minimum: 70 }
const far: Requirement = { kind: 'minutes', minimum: 7000 }

test('what is missing are the fewest parts that would do, the nearest where several would', () => {
  expect(paths(met)).toEqual([])
  expect(paths(far)).toEqual([''])
  expect(paths({ kind: 'all', of: [far, met, nearly] })).toEqual(['0', '2'])
  expect(paths({ kind: 'any', of: [far, nearly] })).toEqual(['1'])
  expect(paths({ kind: 'any', of: [{ kind: 'all', of: [nearly, nearly] }, far] })).toEqual(['1'])
  expect(paths({ kind: 'atLeast', count: 2, of: [met, far, { kind: 'all', of: [met, nearly] }] })).toEqual([
    '2.1',
  ])
  expect(paths({ kind: 'all', of: [met, { kind: 'any', of: [] }] })).toEqual(['1'])
})
