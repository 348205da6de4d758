import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startProgramme } from '~/domain/design-draft.server'
import { parseRequirement } from '~/domain/design-json.server'
import { findDesign } from '~/domain/design-page.server'
import { PartForm, type PartTyped } from '~/domain/design-part-forms.server'
import { typedPart } from '~/domain/design-part-typed'
import { movePart, writePart, writeRequirement, type Move } from '~/domain/design-requirement.server'
import type { PersonActor } from '~/domain/policy'
import { parts, type Requirement } from '~/domain/requirement'
import { publishedLifecomp, makeInstitution, member, type Lifecomp } from '../facts'
import { Refusal } from '~/lib/refusal'

let omar: PersonActor
let framework: Lifecomp
let id: string

beforeAll(async () => {
  await makeInstitution()
  framework = await publishedLifecomp()
  omar = await member('omar')
})

beforeEach(async () => {
  id = await startProgramme(omar, { title: 'Peer Mentoring', level: 'foundation', achievementType: 'Badge' })
})

const now = async () => (await findDesign(omar, id)).requirement
const shown = async () => (await findDesign(omar, id)).shown.requirement
const form = (typed: PartTyped) => PartForm.parse(typed)
const add = async (at: string, typed: PartTyped, how: 'within' | 'beside' | 'edit' = 'within') =>
  writePart(omar, id, { at, shown: await shown() }, how, form(typed))
const move = async (at: string, act: Move) => movePart(omar, id, { at, shown: await shown() }, act)
const kinds = async () => [...parts(await now())].map(({ path, requirement }) => `${path} ${requirement.kind}`.trim())

const hours = { kind: 'minutes', hours: '40' } as const
const twice = { kind: 'activities', minimum: '2' } as const

test('lines are added, moved, put into a group, taken out and removed, one step each', async () => {
  expect(await add('', hours)).toBe('0')
  expect(await add('0', twice, 'beside')).toBe('1')
  expect(await add('0', { kind: 'period', days: '30' }, 'beside')).toBe('1')
  expect(await kinds()).toEqual(['all', '0 minutes', '1 period', '2 activities'])
  expect(await move('2', 'up')).toBe('1')
  expect(await move('0', 'up')).toBe('0')
  expect(await kinds()).toEqual(['all', '0 minutes', '1 activities', '2 period'])
  expect(await move('1', 'wrap')).toBe('1')
  expect(await add('1', { kind: 'reflection', minimum: '1' })).toBe('1.1')
  expect(await kinds()).toEqual(['all', '0 minutes', '1 any', '1.0 activities', '1.1 reflection', '2 period'])
  await add('1', { kind: 'atLeast', minimum: '2' }, 'edit')
  expect(await now()).toMatchObject({ of: [{}, { kind: 'atLeast', count: 2, of: [{}, {}] }, {}] })
  expect(await move('1', 'dissolve')).toBe('1')
  expect(await move('2', 'remove')).toBe('1')
  expect(await kinds()).toEqual(['all', '0 minutes', '1 activities', '2 period'])
  expect(await move('', 'remove')).toBe('')
  expect(await kinds()).toEqual(['all'])
})

test('every kind of line with every choice of what counts is written as it was typed, and opens as it was written', async () => {
  const some = {
    categories: ['volunteering', 'club'], from: '2026-01-01', until: '2026-12-31', excludePaid: true,
    excludeCreditBearing: true, excludeMandatory: true,
  } satisfies Partial<PartTyped>
  const [competencyId, frameworkId] = [framework.competency('S3'), framework.id]
  const typed: PartTyped[] = [
    { ...hours, ...some },
    { ...twice, ...some },
    { kind: 'competency', competencyId, level: '3', times: '2', endorsers: '2', by: 'median', ...some },
    { kind: 'breadth', frameworkId, minimum: '3', level: '2', ...some },
    { kind: 'endorsers', minimum: '2', assurance: 'staff', ...some },
    { kind: 'categories', minimum: '2', ...some },
    { kind: 'period', days: '60', ...some },
    { kind: 'reflection', minimum: '1', ...some },
    { kind: 'waiver', label: 'Prior learning', key: 'prior' },
  ]
  for (const one of typed) await add('', one)
  const written = await now()
  const lines = 'of' in written ? written.of : []
  expect(lines.map(typedPart)).toEqual(typed.map(one => ({ ...one })))
  // What can be set aside belongs beside what it stands for; all else is sound.
  expect((await findDesign(omar, id)).faults).toEqual([{ path: '8', fault: 'waiverAlone' }])
})

test('a line that lacks something says where', () => {
  const { error } = PartForm.safeParse({ kind: 'competency' })
  expect(error?.issues.map(({ path }) => path)).toEqual([['competencyId'], ['level']])
})

test('rule 6: of two clicks at once on one line one moves it', async () => {
  await add('', hours)
  await add('', twice)
  const seen = await shown()
  const clicks = [1, 2, 3].map(() => movePart(omar, id, { at: '1', shown: seen }, 'up'))
  const outcomes = await Promise.allSettled(clicks)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await kinds()).toEqual(['all', '0 activities', '1 minutes'])
})

test('rule 11: a line points at nothing of another institution', async () => {
  await makeInstitution('south')
  const foreign = await publishedLifecomp('south')
  const competency = { kind: 'competency', competencyId: foreign.competency('S3'), level: '1' } as const
  await expect(add('', competency)).rejects.toThrow('this university does not have')
  await expect(add('', { kind: 'breadth', frameworkId: foreign.id, minimum: '1', level: '1' })).rejects.toThrow(Refusal)
  await expect(add('', { kind: 'credential', seriesId: 'nothing' })).rejects.toThrow(Refusal)
  expect(await kinds()).toEqual(['all'])
})

test('what is wrong is told at the line it is about', async () => {
  await add('', hours)
  await add('', { kind: 'competency', competencyId: framework.competency('S3'), level: '9' })
  const { faults } = await findDesign(omar, id)
  expect(faults).toEqual([{ path: '1', fault: 'noSuchLevel' }])
})

describe('written as JSON', () => {
  const deep = (levels: number) =>
    `${'{"kind":"all","of":['.repeat(levels)}{"kind":"activities","minimum":1}${']}'.repeat(levels)}`
  const many = (count: number) => JSON.stringify({ kind: 'all', of: Array(count).fill({ kind: 'activities', minimum: 1 }) })
  const wrong: [string, string, string][] = [
    ['breaks off', '{"kind":\n"all" "of"', 'line 2'],
    ['is no JSON', '{"kind":"all","of":[}', 'look near “'],
    ['is no requirement', '7', 'In the whole'],
    ['names no kind there is', '{"kind":"all","of":[{"kind":"never"}]}', 'In part 1, at “kind”: There is no such kind'],
    ['asks for nothing', '{"kind":"all","of":[{"kind":"minutes","minimum":0}]}', 'In part 1, at “minimum”: Write 1 or more'],
    ['says what nobody asks', '{"kind":"minutes","minimum":1,"colour":"red"}', 'Nothing here is called colour'],
    ['is wrong far inside', '{"kind":"any","of":[{"kind":"all","of":[{"kind":"period","days":"x"}]}]}', 'In part 1.1, at “days”'],
    ['has too many parts', many(101), 'at most 100 parts'],
    ['is 200 deep', deep(200), 'at most 12 deep'],
    ['is 100,000 deep', deep(100_000), 'at most 12 deep'],
    ['is a long list of lists', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'at most 12 deep'],
  ]

  test.each(wrong)('what %s is refused in words', (_, json, sentence) => {
    expect(() => parseRequirement(json)).toThrow(sentence)
  })

  test('what reads well replaces the whole', async () => {
    const requirement: Requirement = { kind: 'any', of: [{ kind: 'minutes', minimum: 60 }, { kind: 'reflection', minimum: 1 }] }
    await writeRequirement(omar, id, await shown(), parseRequirement(JSON.stringify(requirement)))
    expect(await now()).toEqual(requirement)
  })

  test('groups within groups end somewhere, line by line too', async () => {
    await add('', hours)
    const path = '0'
    for (let depth = 1; depth < 12; depth++) await move(path, 'wrap')
    await expect(move(path, 'wrap')).rejects.toThrow('at most 12 deep')
  })
})
