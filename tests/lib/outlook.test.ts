import { expect, test } from 'vitest'
import type { Aim } from '~/domain/aim'
import { lackingSteps, nextStep } from '~/domain/log-step'
import { byNearness, outlookOf } from '~/domain/outlook'
import { prospects, seekersOf, type Prospective } from '~/domain/prospect'
import type { Requirement } from '~/domain/requirement'
import { regularDays } from '~/domain/rhythm'
import { supportOf } from '~/domain/support'
import { emptyTally, type CountedActivity, type Tally } from '~/domain/tally'

const names = { competencies: {}, frameworks: {}, programmes: {} }
const aim = (id: string, requirement: Requirement): Aim => ({ id, seriesId: `${id}-series`, title: id, level: 'foundation', artworkDigest: null, requirement, names })

const hours = (minimum: number): Requirement => ({ kind: 'minutes', minimum: minimum * 60 })
const shown = (competencyId: string, level = 2): Requirement => ({ kind: 'competency', competencyId, level, times: 1, endorsers: 1, by: 'best' })

function done(id: string, changes: Partial<CountedActivity> = {}): CountedActivity {
  return {
    id, revisionId: id, title: id, organisation: '', role: '', category: 'club', activityStartDate: '2026-01-01', activityEndDate: '2026-02-01',
    minutes: 600, isPaid: false, isCreditBearing: false, isMandatory: false, hasReflection: false, endorsements: [], ...changes,
  }
}

const tallyOf = (...activities: CountedActivity[]): Tally => ({ ...emptyTally('ana'), activities })

const work: Prospective = {
  category: 'club', minutes: 600, from: '2026-03-01', to: '2026-04-01', isPaid: false, isCreditBearing: false, isMandatory: false,
  hasReflection: false, claims: [{ competencyId: 'S3', frameworkId: 'life', level: 2 }],
}

test('a programme is complete, nearer or untouched by work, and what it would move first is told', () => {
  const aims = [aim('needs 20 h', hours(20)), aim('needs 40 h', { kind: 'all', of: [hours(10), hours(40), shown('S3')] }), aim('needs sport', { kind: 'minutes', minimum: 60, counting: { categories: ['sport'] } })]
  const found = prospects(aims, tallyOf(done('before')), work)
  expect(found.map(({ aim: { title }, effect }) => [title, effect])).toEqual([['needs 20 h', 'completes'], ['needs 40 h', 'helps']])
  expect(found[1]?.moves).toMatchObject({ have: 600, need: 2400 })
  expect(prospects(aims, tallyOf(done('before', { minutes: 3000 })), work).map(({ aim: { title } }) => title)).toEqual(['needs 40 h'])
})

test('work at a level below the one asked for moves nothing', () => {
  expect(prospects([aim('S3 higher', shown('S3', 3))], tallyOf(), work)).toEqual([])
})

test('programmes that miss a competency are named beside it, by the competency or by its framework', () => {
  const seekers = seekersOf([aim('one', shown('S3')), aim('any of life', { kind: 'breadth', frameworkId: 'life', minimum: 1, level: 1 }), aim('other', shown('P1'))], tallyOf())
  expect(seekers({ id: 'S3', frameworkId: 'life' })).toEqual(['one', 'any of life'])
  expect(seekers({ id: 'P1', frameworkId: 'else' })).toEqual(['other'])
})

test('an outlook has an arc for each thing asked, filled as far as it goes, amber where somebody’s answer could fill it', () => {
  const requirement: Requirement = { kind: 'all', of: [hours(5), hours(20), shown('S3')] }
  const waiting = { activityId: 'next', title: 'next', why: 'submitted' as const, since: new Date(), minutes: 60, competencyIds: [] }
  const outlook = outlookOf(aim('three', requirement), { ...tallyOf(done('before')), uncounted: [waiting] })
  expect(outlook.arcs).toEqual([{ state: 'met', share: 1 }, { state: 'waiting', share: 0.5 }, { state: 'open', share: 0 }])
  expect(outlook).toMatchObject({ isMet: false, isHeld: false, missing: 2, only: null, next: { requirement: hours(20), measure: { have: 600, need: 1200 } } })
  expect(outlookOf(aim('hours', hours(20)), tallyOf(done('before'))).only).toMatchObject({ of: 'minutes', have: 600, need: 1200 })
})

test('of alternatives only the nearest is what is missing', () => {
  const outlook = outlookOf(aim('either', { kind: 'any', of: [shown('S3'), hours(11), hours(100)] }), tallyOf(done('before')))
  expect(outlook).toMatchObject({ missing: 1, next: { requirement: hours(11) } })
})

test('what is nearest comes first and what is held already comes last', () => {
  const held = { ...tallyOf(done('before')), credentials: [{ id: 'c', seriesId: 'held-series', title: 'held' }] }
  const outlooks = [aim('held', hours(1)), aim('far', hours(100)), aim('near', hours(11))].map(each => outlookOf(each, held))
  expect(outlooks.sort(byNearness).map(({ title }) => title)).toEqual(['near', 'far', 'held'])
})

test('an approved activity supports the requirements it counts for, and no others', () => {
  const aims = [aim('hours', { kind: 'all', of: [hours(20), shown('S3')] }), aim('nothing', shown('P1'))]
  expect(supportOf('before', aims, tallyOf(done('before')))).toMatchObject([{ title: 'hours', requirements: [hours(20)] }])
})

test('a student goes on with a draft where something is missing, and evidence is never in the way', () => {
  const filled = { activityStartDate: '2026-01-01', minutes: 60, hasClaims: true, hasInvitees: true }
  expect(nextStep({ ...filled, minutes: 0 })).toBe('when')
  expect(nextStep({ ...filled, hasClaims: false, hasInvitees: false })).toBe('claims')
  expect(nextStep(filled)).toBe('who')
  expect(lackingSteps({ activityStartDate: null, minutes: 0, hasClaims: false, hasInvitees: false })).toEqual(['when', 'claims', 'who'])
})

test('a regular rhythm is the same weekday from the first day to the last, the latest first', () => {
  expect(regularDays({ from: '2026-03-27', to: '2026-04-12', weekday: 6 })).toEqual(['2026-04-11', '2026-04-04', '2026-03-28'])
  expect(regularDays({ from: '2026-03-28', to: '2026-03-28', weekday: 6 })).toEqual(['2026-03-28'])
  expect(regularDays({ from: '2026-03-29', to: '2026-03-28', weekday: 6 })).toEqual([])
})
