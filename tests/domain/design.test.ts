import { beforeAll, expect, test } from 'vitest'
import { findDesign, findVersionBefore, typedOf } from '~/domain/design-page.server'
import { describeDraft, openNextVersion, startProgramme } from '~/domain/design-draft.server'
import { DescriptionForm } from '~/domain/design-forms.server'
import { listDesigns } from '~/domain/design-list.server'
import type { PersonActor } from '~/domain/policy'
import { fitsCredits } from '~/domain/programme'
import { commentOnProgramme, listComments, settleComment } from '~/domain/programme-comment.server'
import { proposeProgramme, publishProgramme, retireProgramme, returnProgramme } from '~/domain/programme.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { seedProgrammes, type SeededProgrammes } from '../../prisma/programmes'
import { makeInstitution, member, publishedLifecomp, type Lifecomp } from '../facts'

let omar: PersonActor
let rosa: PersonActor
let framework: Lifecomp
let seeded: SeededProgrammes

beforeAll(async () => {
  await makeInstitution()
  framework = await publishedLifecomp()
  omar = await member('omar')
  rosa = await member('rosa')
  seeded = await seedProgrammes(omar, rosa, framework.id)
})

const start = { title: 'Peer Mentoring', level: 'foundation', achievementType: 'Badge' } as const

/** What the form of this draft would send, with something else typed in it. */
async function typed(id: string, part: Partial<DescriptionForm> = {}): Promise<DescriptionForm> {
  return { ...DescriptionForm.parse(emptyAside(typedOf(await findDesign(omar, id)))), ...part }
}

/** As a form comes in: what is empty is not there. */
function emptyAside(fields: object) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && String(value) !== ''))
}

/** The next version of Community Leadership, which says everything. */
async function complete() {
  const id = await openNextVersion(omar, seeded.leadershipId)
  return { id, shown: (await findDesign(omar, id)).shown.description }
}

test('rule 6: two clicks on one form begin one draft', async () => {
  const key = newFormKey()
  const [one, other] = await Promise.all([startProgramme(omar, start, key), startProgramme(omar, start, key)])
  expect(one).toBe(other)
  expect(await db.programme.count({ where: { title: start.title } })).toBe(1)
})

test('rule 6: of two windows the older one changes nothing', async () => {
  const id = await startProgramme(omar, start)
  const { shown } = await findDesign(omar, id)
  await describeDraft(rosa, id, shown.description, await typed(id, { title: 'Standing by' }))
  await expect(
    describeDraft(omar, id, shown.description, await typed(id, { title: 'Walking along' })),
  ).rejects.toThrow('Somebody changed this')
  expect(await findDesign(omar, id)).toMatchObject({ title: 'Standing by', maker: 'Rosa Lindqvist' })
})

test('rule 6: two windows that save at once make one change', async () => {
  const id = await startProgramme(omar, start)
  const { shown } = await findDesign(omar, id)
  const form = await typed(id)
  const saved = await Promise.allSettled(
    ['A', 'B', 'C'].map(title => describeDraft(omar, id, shown.description, { ...form, title })),
  )
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'programme.rewritten' } })).toBe(1)
})

test('every field of the form comes back as it was written', async () => {
  const id = await startProgramme(omar, start)
  const { shown } = await findDesign(omar, id)
  const outcomes = [{ competencyId: framework.competency('S3'), levelId: framework.level(2) }]
  const form = await typed(id, {
    outcomes, workload: 1500, credits: 1.5, creditBasis: 'By hours', eqfLevel: 5, eqfBasis: 'Declared',
    validityMonths: 24, reviewDate: '2028-06-30', fee: 'None', contact: 'credentials@northbridge.example',
  })
  await describeDraft(omar, id, shown.description, form)
  expect(await typed(id)).toEqual(form)
})

test('an outcome names a competency and a level that go together, each competency once', async () => {
  const id = await startProgramme(omar, start)
  const { shown } = await findDesign(omar, id)
  const unknown = [{ competencyId: framework.competency('S3'), levelId: 'none' }]
  await expect(
    describeDraft(omar, id, shown.description, await typed(id, { outcomes: unknown })),
  ).rejects.toThrow('of the list')
  const twice = DescriptionForm.safeParse({ ...start, outcomes: ['s one', 's two'] })
  expect(twice.error?.issues[0]?.message).toContain('only once')
})

test('25 to 30 hours stand for a point: what does not fit is told, and can be published', () => {
  expect([1499, 1500, 1800, 1801].map(minutes => fitsCredits(minutes, 1))).toEqual([false, true, true, false])
  expect(fitsCredits(10, null)).toBe(true)
})

test('the next version says what this one says, and two clicks begin it once', async () => {
  const [one, other] = await Promise.all([
    openNextVersion(omar, seeded.contributionId),
    openNextVersion(rosa, seeded.contributionId),
  ])
  expect(one).toBe(other)
  const [now, next] = [await findDesign(omar, seeded.contributionId), await findDesign(omar, one)]
  expect(next).toMatchObject({
    version: 2, status: 'draft', requirement: now.requirement, outcomes: now.outcomes, criteria: now.criteria,
  })
  expect(await findVersionBefore(next)).toBe(now.id)
  expect(await findVersionBefore(now)).toBeNull()
  expect(now).toMatchObject({ status: 'published', version: 1 })
})

const gone: [string, Partial<DescriptionForm>][] = [
  ['Learning outcomes', { outcomes: [] }],
  ['Notional workload', { workload: undefined }],
  ['Level, or why none applies', { eqfBasis: '' }],
  ['Type of assessment', { assessmentType: '' }],
  ['Form of participation', { participation: '' }],
  ['Quality assurance', { qualityAssurance: '' }],
  ['a named assessor', { assessor: '' }],
]

test.each(gone)('without “%s” a micro-credential is not published, and the sentence says so', async (name, part) => {
  const { id, shown } = await complete()
  const whole = await typed(id)
  await describeDraft(omar, id, shown, { ...whole, ...part })
  await expect(proposeProgramme(omar, id)).rejects.toThrow(`Missing: ${name}.`)
  const { shown: later } = await findDesign(omar, id)
  await describeDraft(omar, id, later.description, whole)
})

test.each([['country', 'Country of the issuer'], ['legalName', 'Awarding body']] as const)(
  'without the institution’s %s a micro-credential is not published',
  async (column, name) => {
    const { id } = await complete()
    const { [column]: before } = await db.institution.findUniqueOrThrow({ where: { id: 'north' } })
    await db.institution.update({ where: { id: 'north' }, data: { [column]: '' } })
    await expect(proposeProgramme(omar, id)).rejects.toThrow(`Missing: ${name}.`)
    await db.institution.update({ where: { id: 'north' }, data: { [column]: before } })
  },
)

test('without a title it is not published either, however that came about', async () => {
  const { id } = await complete()
  await db.programme.update({ where: { id }, data: { title: ' ' } })
  await expect(proposeProgramme(omar, id)).rejects.toThrow('Missing: Title.')
  await db.programme.update({ where: { id }, data: { title: 'Community Leadership' } })
})

test('what is with a colleague or published takes no more writing', async () => {
  const { id, shown } = await complete()
  const form = await typed(id)
  await proposeProgramme(omar, id)
  await expect(describeDraft(omar, id, shown, form)).rejects.toThrow('moved on')
  await publishProgramme(rosa, id)
  await expect(describeDraft(omar, id, shown, form)).rejects.toThrow('moved on')
  expect(await findDesign(omar, id)).toMatchObject({ status: 'published', publisher: 'Rosa Lindqvist' })
})

test('rule 6: from an old page nothing is published that its reader has not seen', async () => {
  const { id } = await complete()
  await proposeProgramme(omar, id)
  const read = (await findDesign(rosa, id)).allShown
  await returnProgramme(rosa, id)
  const { shown } = await findDesign(omar, id)
  await describeDraft(omar, id, shown.description, await typed(id, { description: 'Written when she had read it.' }))
  await proposeProgramme(omar, id)
  await expect(publishProgramme(rosa, id, read)).rejects.toThrow('Somebody changed this')
  expect(await findDesign(omar, id)).toMatchObject({ status: 'inReview' })
  await publishProgramme(rosa, id, (await findDesign(rosa, id)).allShown)
  expect(await findDesign(omar, id)).toMatchObject({ status: 'published', description: 'Written when she had read it.' })
})

test('a comment is said once, on a field, and settled once', async () => {
  const id = await startProgramme(omar, start)
  const key = newFormKey()
  const comment = { about: 'criteria', text: 'Say how many hours.' } as const
  const [one] = await Promise.all([commentOnProgramme(rosa, id, comment, key), commentOnProgramme(rosa, id, comment, key)])
  expect(await listComments(omar, id)).toMatchObject([
    { about: 'criteria', author: 'Rosa Lindqvist', text: 'Say how many hours.', isSettled: false },
  ])
  const settled = await Promise.allSettled([settleComment(omar, id, one), settleComment(omar, id, one)])
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await listComments(omar, id)).toMatchObject([{ isSettled: true }])
  expect(JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: id } }))).not.toContain('hours')
})

test('rule 11: programmes of another institution are not there', async () => {
  const elsewhere = { ...omar, institutionId: 'elsewhere' }
  const { contributionId: id } = seeded
  const { shown } = await findDesign(omar, id)
  const tries = [
    () => findDesign(elsewhere, id),
    () => openNextVersion(elsewhere, id),
    () => describeDraft(elsewhere, id, shown.description, DescriptionForm.parse(start)),
    () => commentOnProgramme(elsewhere, id, { about: '', text: 'Hello' }),
    () => listComments(elsewhere, id),
    () => returnProgramme(elsewhere, id),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound)
  expect((await listDesigns(elsewhere, null)).rows).toEqual([])
  const ana = await member('ana')
  await expect(listDesigns(ana, null)).rejects.toThrow(NotFound)
})

test('the list goes on by title, every programme once, with its versions from the newest down', async () => {
  await Promise.all(
    Array.from({ length: 27 }, (_, at) => startProgramme(omar, { ...start, title: `Series ${at + 10}` })),
  )
  const seen: string[] = []
  let after: string | null = null
  do {
    const { rows, next }: Awaited<ReturnType<typeof listDesigns>> = await listDesigns(omar, after)
    expect(rows.length).toBeLessThanOrEqual(25)
    seen.push(...rows.map(({ id }) => id))
    after = next
  } while (after)
  const series = await db.programme.findMany({ distinct: ['seriesId'], select: { seriesId: true } })
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(series.length)
  const first = (await listDesigns(omar, null)).rows.find(({ title }) => title === 'Community Contribution')
  expect(first?.versions.map(({ version, status }) => [version, status])).toEqual([[2, 'draft'], [1, 'published']])
})

test('whoever retires a version that is retired already is told', async () => {
  await retireProgramme(omar, seeded.contributionId)
  await expect(retireProgramme(omar, seeded.contributionId)).rejects.toThrow(Refusal)
})
