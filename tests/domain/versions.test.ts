import { beforeAll, expect, test } from 'vitest'
import { describeActivity } from '~/domain/activity.server'
import { returnRequest } from '~/domain/answer.server'
import { findDraft } from '~/domain/draft.server'
import { changesBetween, stretchesBetween } from '~/domain/revision-changes'
import { listVersions } from '~/domain/revision-changes.server'
import type { RevisionFacts } from '~/domain/revision'
import { reviseActivity, submitActivity } from '~/domain/submission.server'
import { answererOf, openScene, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const facts: RevisionFacts = {
  activityId: 'a', number: 1, category: 'club', title: 'Treasurer', organisation: 'Debating Society', role: 'Treasurer',
  activityStartDate: '2026-01-10', activityEndDate: null, isOngoing: true, participation: 'onSite',
  isPaid: false, isCreditBearing: false, isMandatory: false, sensitivity: 'normal', publicTitle: '', publicOrganisation: '',
  narrative: 'I kept the books of the society.', reflection: { situation: '', task: '', action: '', result: '', learning: '' },
  minutes: 120, timeEntries: [{ day: '2026-01-10', minutes: 60, note: '' }, { day: '2026-01-10', minutes: 60, note: '' }],
  claims: [{ competencyId: 'budgeting', levelId: 'two', narrative: 'I drew up the budget.' }],
  evidence: [{ id: 'e', kind: 'file', name: 'Budget', digest: 'd' }],
}

test('two versions that say the same have no difference', () => {
  expect(changesBetween(facts, { ...facts, number: 2 })).toEqual([])
})

test('a difference names each field once, texts word by word', () => {
  const next = { ...facts, role: 'Chair', narrative: 'I kept the money of the society.', isOngoing: false, activityEndDate: '2026-03-01' }
  expect(changesBetween(facts, next)).toEqual([
    { of: 'role', stretches: [{ words: 'Treasurer', in: 'older' }, { words: 'Chair', in: 'newer' }] },
    {
      of: 'narrative',
      stretches: [
        { words: 'I kept the ', in: 'both' }, { words: 'books', in: 'older' },
        { words: 'money', in: 'newer' }, { words: ' of the society.', in: 'both' },
      ],
    },
    { of: 'activityEndDate', from: null, to: '2026-03-01' },
    { of: 'isOngoing', to: false },
  ])
})

test('of two equal days one can go; what changed of a claim, and what came as evidence, is told', () => {
  const next = {
    ...facts,
    minutes: 60,
    timeEntries: facts.timeEntries.slice(1),
    claims: [{ competencyId: 'budgeting', levelId: 'three', narrative: 'I drew up the budget.' }],
    evidence: [...facts.evidence, { id: 'f', kind: 'text' as const, name: 'Minutes', digest: 'x' }],
  }
  expect(changesBetween(facts, next)).toEqual([
    { of: 'minutes', from: 120, to: 60 },
    { of: 'timeEntries', added: [], removed: [facts.timeEntries[0]] },
    {
      of: 'claim', competencyId: 'budgeting', from: 'two', to: 'three',
      stretches: [{ words: 'I drew up the budget.', in: 'both' }],
    },
    { of: 'evidence', added: ['Minutes'], removed: [] },
  ])
})

test('two texts of ten thousand characters with nothing in common are compared as wholes', () => {
  const [older, newer] = [text('a'), text('b')]
  expect(stretchesBetween(older, newer)).toEqual([{ words: older, in: 'older' }, { words: newer, in: 'newer' }])
})

test('what was answered with a new version is shown beside what was asked about', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await returnRequest(await answererOf(scene, request), request.id, { question: 'What was your role?' })
  await reviseActivity(told.student, { id: told.id, revision: told.revision })
  const next = { id: told.id, revision: told.revision + 1 }
  const draft = await findDraft(told.student, told.id)
  const { category, title, organisation, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation } = draft
  await describeActivity(told.student, next, {
    category, title, organisation, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation, role: 'Shift lead on Saturdays',
  })
  await submitActivity(told.student, next, true, { invitees: [{ ...people.eleni, message: '' }] })
  const { versions } = await listVersions(told.id)
  expect(versions.map(({ number, since }) => [number, since])).toEqual([[2, 1], [1, null]])
  expect(versions[0]?.changes.map(({ of }) => of)).toEqual(['role'])
})

const text = (letter: string) => Array.from({ length: 2_500 }, (_, at) => `${letter}${at}`).join(' ')
