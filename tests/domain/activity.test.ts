import { beforeAll, expect, test } from 'vitest'
import { ClaimsForm, WhatForm } from '~/domain/activity-forms.server'
import { listActivities } from '~/domain/activity-list.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { claimCompetencies, describeActivity, discardDraft, logActivity, nameEndorsers, timeActivity } from '~/domain/activity.server'
import { findDraft } from '~/domain/draft.server'
import { logOpportunity, searchOpportunities } from '~/domain/opportunity.server'
import { discardVersion } from '~/domain/restoration.server'
import { reviseActivity, submitActivity } from '~/domain/submission.server'
import { TimeForm } from '~/domain/time-form.server'
import { db } from '~/lib/db.server'
import { submit, type Reply } from '~/lib/form.server'
import { newId } from '~/lib/id.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { approvedActivity, draftedActivity, eventsAbout, opportunity, openScene, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const what: WhatForm = {
  category: 'club', title: 'Treasurer', organisation: 'Debating Society', role: 'Treasurer', participation: 'onSite',
  isPaid: false, isCreditBearing: false, isMandatory: false, sensitivity: 'normal', publicTitle: '', publicOrganisation: '',
}
const time: TimeForm = { activityStartDate: '2026-03-01', activityEndDate: null, isOngoing: true, timeEntries: [] }

type Schema = Parameters<typeof submit>[1]

/** What a page answers to these fields: the words at each field, or nothing where the form is in order. */
async function wordsFor(schema: Schema, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const answer = await submit(form, schema, async () => null)
  if (answer === null) return {}
  expect(answer.init).toMatchObject({ status: 422 })
  return (answer.data as Reply).reply.error
}

const days = (rows: string[][]) =>
  Object.fromEntries(rows.flatMap(([day = '', minutes = ''], at) => [[`timeEntries[${at}].day`, day], [`timeEntries[${at}].minutes`, minutes]]))

test('rule 10: a draft is made with one event, and every step of it leaves its own', async () => {
  const ana = await scene.actor('ana')
  const id = await logActivity(ana, what)
  await timeActivity(ana, { id, revision: 1 }, { ...time, timeEntries: [{ day: '2026-03-02', minutes: 90, note: '' }, { day: '2026-03-09', minutes: 45, note: '' }] })
  expect(await db.activity.findUnique({ where: { id } })).toMatchObject({ status: 'draft', revision: 1, minutes: 135, title: 'Treasurer' })
  expect(await eventsAbout(id)).toEqual(['activity.logged', 'activity.edited'])
})

test('rule 11: only students log, and nobody but its student sees or changes a draft', async () => {
  const { id, student } = await draftedActivity(scene)
  await expect(logActivity(await scene.actor('mina'), what)).rejects.toBeInstanceOf(NotFound)
  for (const other of [await scene.actor('chidi'), await scene.actor('mina'), await scene.actor('rosa')]) {
    const shown = { id, revision: 1 }
    for (const attempt of [
      () => findDraft(other, id), () => findActivityPage(other, id), () => describeActivity(other, shown, what),
      () => timeActivity(other, shown, time), () => nameEndorsers(other, shown, { invitees: [] }), () => discardVersion(other, shown),
      () => submitActivity(other, shown, true), () => reviseActivity(other, shown),
      () => claimCompetencies(other, shown, { claims: [], account: account('') }),
    ]) await expect(attempt()).rejects.toBeInstanceOf(NotFound)
    expect((await listActivities(other, { before: null, search: '' })).rows.map(row => row.id)).not.toContain(id)
  }
  await expect(findDraft(student, newId())).rejects.toBeInstanceOf(NotFound)
  expect((await findDraft(student, id)).title).toBe('Saturday shifts')
})

test('what is logged under an entry of the catalogue stays under it, whatever a later form says', async () => {
  const [strict, lenient] = [await opportunity(scene, { endorsementsNeeded: 2 }), await opportunity(scene, { allowsPeers: true })]
  const told = await draftedActivity(scene, { opportunity: strict })
  await describeActivity(told.student, told, { ...what, opportunityId: lenient.id })
  await describeActivity(told.student, told, { ...what, title: 'Another name' })
  expect(await db.activity.findUnique({ where: { id: told.id } })).toMatchObject({ opportunityId: strict.id, title: 'Another name' })
})

test('rule 6: a form that shows an older version changes nothing', async () => {
  const told = await approvedActivity(scene)
  await reviseActivity(told.student, told)
  for (const old of [
    () => describeActivity(told.student, told, { ...what, title: 'Old' }), () => timeActivity(told.student, told, time),
    () => nameEndorsers(told.student, told, { invitees: [] }), () => discardVersion(told.student, told),
    () => claimCompetencies(told.student, told, { claims: [], account: account('old') }),
  ]) await expect(old()).rejects.toBeInstanceOf(Refusal)
  expect(await db.activity.findUnique({ where: { id: told.id } })).toMatchObject({ title: 'Saturday shifts', status: 'draft', revision: 2 })
})

test('dates the wrong way round, a day of 25 hours and days elsewhere are told at their field', async () => {
  const dates = { activityStartDate: '2026-05-01', activityEndDate: '2026-04-01' }
  expect(await wordsFor(TimeForm, dates)).toMatchObject({ activityEndDate: ['The last day is before the first.'] })
  const april = { activityStartDate: '2026-04-01', activityEndDate: '2026-04-30' }
  expect(await wordsFor(TimeForm, { ...april, ...days([['2026-04-02', '25'], ['2026-05-02', '1'], ['2026-04-03', 'long'], ['', '1']]) })).toEqual({
    'timeEntries[0].minutes': ['A day has 24 hours. For minutes, write 90 min.'],
    'timeEntries[1].day': ['This day is outside the first and the last day.'],
    'timeEntries[2].minutes': ['Write the time as 1 h 30, 1:30, 90 min or 1.5.'],
    'timeEntries[3].day': ['Write the day, such as 2026-03-14.'],
  })
  expect(await wordsFor(TimeForm, { ...april, ...days([['2026-04-02', '20'], ['2026-04-02', '5']]) })).toEqual({
    'timeEntries[1].minutes': ['All in all this day has more than 24 hours.'],
  })
  expect(await wordsFor(TimeForm, { ...april, activityEndDate: '' })).toMatchObject({ activityEndDate: [expect.stringContaining('still')] })
  expect(await wordsFor(TimeForm, { ...april, isOngoing: 'on' })).toMatchObject({ activityEndDate: [expect.stringContaining('empty')] })
  expect(await wordsFor(TimeForm, { activityStartDate: '0202-04-01', activityEndDate: '2026-04-30' })).toMatchObject({ activityStartDate: [expect.stringContaining('year')] })
  expect(await wordsFor(TimeForm, { activityStartDate: '2026-02-30', activityEndDate: '2026-04-30' })).toHaveProperty('activityStartDate')
  expect(await wordsFor(TimeForm, { ...april, ...days([['2026-04-02', '1 h 30'], ['', '']]) })).toEqual({})
})

test('a reflection of 10,000 characters is kept to the last, one more is told at its field', async () => {
  const { id, student } = await draftedActivity(scene)
  const long = 'Ж'.repeat(10_000)
  await claimCompetencies(student, { id, revision: 1 }, { claims: [], account: account(long) })
  expect((await findDraft(student, id)).learning).toBe(long)
  expect(await wordsFor(ClaimsForm, { 'account.learning': `${long}Ж` })).toEqual({ 'account.learning': ['At most 10,000 characters. Shorten it.'] })
})

test('names in six scripts are kept as they were typed, and found again without their case and accents', async () => {
  const chidi = await scene.actor('chidi')
  const names = ['Søren Ångström', 'Ελένη Παπαδάκη', 'Иван Žižka', 'محمد الأندلسي', '山田 太郎', 'किरण देसाई']
  for (const name of names) {
    const id = await logActivity(chidi, { ...what, title: name })
    await nameEndorsers(chidi, { id, revision: 1 }, { invitees: [{ name, email: 'one@partner.example', organisation: name, message: '' }] })
    expect(await findDraft(chidi, id)).toMatchObject({ title: name, invitees: [{ name, organisation: name }] })
    const { rows } = await listActivities(chidi, { before: null, search: name.toUpperCase() })
    expect(rows.map(row => row.title)).toEqual([name])
  }
  expect((await listActivities(chidi, { before: null, search: 'angstrom debating' })).rows).toHaveLength(1)
  expect((await listActivities(chidi, { before: null, search: '%' })).rows).toEqual([])
})

test('claims: a level and its reason belong together, five are the most, each competency once and from the list', async () => {
  const { id, student } = await draftedActivity(scene)
  const claim = (at: number, fields: Record<string, string>) =>
    Object.fromEntries(Object.entries({ competencyId: `c${at}`, ...fields }).map(([name, value]) => [`claims[${at}].${name}`, value]))
  const shape = { 'account.narrative': '' }
  expect(await wordsFor(ClaimsForm, { ...shape, ...claim(0, { narrative: 'why' }), ...claim(1, { levelId: 'l' }), ...claim(2, { levelId: 'none', narrative: 'x' }) })).toEqual({
    'claims[0].levelId': ['Choose a level, or that you do not claim it.'],
    'claims[1].narrative': ['Say in a sentence or two what showed it.'],
  })
  const six = Object.assign({}, ...Array.from({ length: 6 }, (_, at) => claim(at, { levelId: 'l', narrative: 'why' })))
  expect(await wordsFor(ClaimsForm, { ...shape, ...six })).toMatchObject({ claims: [expect.stringContaining('At most 5')] })
  expect(await wordsFor(ClaimsForm, { ...shape, ...claim(0, { levelId: 'l', narrative: 'w' }), 'claims[1].competencyId': 'c0', 'claims[1].levelId': 'l', 'claims[1].narrative': 'w' })).toMatchObject({ claims: ['Each competency only once.'] })
  const foreign = { claims: [{ competencyId: scene.framework.competency('S3'), levelId: 'invented', narrative: 'w' }], account: account('') }
  await expect(claimCompetencies(student, { id, revision: 1 }, foreign)).rejects.toThrow('from the list')
})

test('what is kept discreet has words for others before it is anything else', async () => {
  const fields = { category: 'club', title: 'T', organisation: 'O', role: 'R', sensitivity: 'sensitive' }
  expect(await wordsFor(WhatForm, fields)).toEqual({ publicTitle: ['Say what others read instead of its name.'] })
  expect(await wordsFor(WhatForm, { ...fields, publicTitle: 'Peer support' })).toEqual({})
})

test('a draft thrown away leaves nothing but the record that it was', async () => {
  const told = await draftedActivity(scene, { evidence: ['link', 'text'] })
  await discardDraft(told.student, told)
  for (const rows of [
    await db.activity.count({ where: { id: told.id } }), await db.timeEntry.count({ where: { activityId: told.id } }),
    await db.claim.count({ where: { activityId: told.id } }), await db.evidence.count({ where: { activityId: told.id } }),
    await db.invitee.count({ where: { activityId: told.id } }),
  ]) expect(rows).toBe(0)
  expect((await eventsAbout(told.id)).at(-1)).toBe('activity.discarded')
  await expect(discardDraft(told.student, await submittedActivity(scene))).rejects.toBeInstanceOf(Refusal)
})

test('a version given up leaves the approved one as it was approved, and its number is not given again', async () => {
  const told = await approvedActivity(scene, { evidence: ['text'], day: '2026-02-07' })
  await reviseActivity(told.student, told)
  const next = { id: told.id, revision: 2 }
  await describeActivity(told.student, next, { ...what, title: 'Renamed' })
  await timeActivity(told.student, next, time)
  await claimCompetencies(told.student, next, { claims: [], account: account('changed') })
  await db.evidence.updateMany({ where: { activityId: told.id }, data: { removedAt: new Date() } })
  expect(await discardVersion(told.student, next)).toBe(true)
  expect(await findDraft(told.student, told.id)).toMatchObject({
    status: 'approved', revision: 1, title: 'Saturday shifts', minutes: 60, narrative: 'I led the Saturday shift.', learning: '',
    timeEntries: [{ day: '2026-02-07', minutes: 60 }], claims: [{}, {}], evidence: [{ kind: 'text' }],
  })
  await reviseActivity(told.student, told)
  expect((await findDraft(told.student, told.id)).revision).toBe(3)
  await expect(describeActivity(told.student, next, what)).rejects.toBeInstanceOf(Refusal)
})

test('the list shows fifty, newest first, and goes on where it stopped even where several began in one moment', async () => {
  const student = await scene.actor('chidi')
  const { unitId, institutionId } = await db.activity.findFirstOrThrow({ where: { studentId: student.id } })
  const moments = Array.from({ length: 120 }, (_, at) => new Date(Date.UTC(2020, 0, 1, 0, Math.floor(at / 4))))
  await db.activity.createMany({
    data: moments.map((at, index) => ({
      id: `old-${String(index).padStart(3, '0')}`, institutionId, studentId: student.id, unitId, category: 'other' as const,
      title: `Old ${index}`, organisation: '', role: '', createdAt: at, statusAt: at,
    })),
  })
  const seen: string[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listActivities>> = await listActivities(student, { before, search: 'old' })
    expect(page.rows.length).toBeLessThanOrEqual(50)
    seen.push(...page.rows.map(row => row.id))
    before = page.older
  } while (before)
  expect(seen).toEqual(moments.map((_, index) => `old-${String(119 - index).padStart(3, '0')}`))
  const all = await listActivities(student, { before: null, search: '' })
  expect(all.rows).toHaveLength(50)
  expect(all.rows.map(row => row.createdAt.getTime())).toEqual(all.rows.map(row => row.createdAt.getTime()).sort((a, b) => b - a))
  expect((await listActivities(student, { before: 'invented', search: '' })).rows[0]?.id).toBe(all.rows[0]?.id)
})

test('the catalogue is searched by its words in any order, and choosing from it is the whole first step', async () => {
  const chidi = await scene.actor('chidi')
  const { id } = await opportunity(scene, { title: 'Barista', organisation: 'Café Über', folded: 'barista cafe uber makes coffee', category: 'employment' })
  const retired = await opportunity(scene, { folded: 'barista gone', retiredAt: new Date() })
  expect((await searchOpportunities(chidi, ' ÜBER bari ')).map(found => found.id)).toEqual([id])
  const draft = await findDraft(chidi, await logOpportunity(chidi, id))
  expect(draft).toMatchObject({ title: 'Barista', organisation: 'Café Über', opportunityId: id, unitId: scene.house.unitIds.foodBank, isPaid: true })
  await expect(logOpportunity(chidi, retired.id)).rejects.toBeInstanceOf(NotFound)
})

function account(text: string) {
  return { narrative: text, situation: '', task: '', action: '', result: '', learning: text }
}
