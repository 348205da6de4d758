import { describe, expect, test } from 'vitest'
import { OpportunityForm, ProposalForm, type OpportunityTyped } from '~/domain/opportunity-forms.server'
import { addOpportunity, keepOpportunity, retireOpportunity } from '~/domain/opportunity-keeping.server'
import { findOpportunityPage, findOpportunityToWrite, listProposals } from '~/domain/opportunity-page.server'
import { listOpportunities, logOpportunity, OPPORTUNITY_PAGE } from '~/domain/opportunity.server'
import type { PersonActor } from '~/domain/policy'
import { proposeAgain, proposeOpportunity, refuseProposal } from '~/domain/proposal.server'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { NotFound } from '~/lib/refusal'
import { TooOften } from '~/lib/throttle.server'
import { cast } from '../cast'
import { lettersTo } from '../letterbox'
import { plansOf, scans } from '../plans'
import { openScene, opportunity } from '../story'

const scene = await openScene()
const { unitIds } = scene.house
const { actor } = scene
const [ana, chidi, mina, rosa] = [
  await actor('ana'),
  await actor('chidi'),
  await actor('mina'),
  await actor('rosa'),
]
const competency = await db.competency.findFirstOrThrow({
  where: { name: { not: '' }, descriptors: { some: {} } },
})

const words = {
  title: 'Night steward',
  organisation: 'Students’ Union',
  unitId: unitIds.volunteering,
  category: 'volunteering',
  description: 'Walks people home on Fridays.',
  competencies: [competency.id],
} as const
const proposal = (more: object = {}) => ProposalForm.parse({ ...words, ...more })
const offered = (more: Partial<OpportunityTyped> = {}) =>
  OpportunityForm.parse({
    ...words,
    validatorName: 'Ben Ortiz',
    validatorEmail: cast.ben.email,
    least: '20',
    most: '40:30',
    reviewPolicy: 'bySample',
    sampleOneIn: '10',
    ...more,
  })
const everything = { search: '', unitId: null, category: null, competencyId: null }
const titlesFor = async (
  reader: PersonActor,
  filters: Partial<Parameters<typeof listOpportunities>[1]> = {},
) => (await listOpportunities(reader, { ...everything, ...filters }, null)).rows.map(({ title }) => title)
const shownTo = async (reader: PersonActor, id: string) => (await findOpportunityToWrite(reader, id)).shown

describe('the list', () => {
  test('is narrowed by words, unit with the units below it, kind and competency, all at once', async () => {
    await addOpportunity(
      rosa,
      offered({
        title: 'Zürich exchange buddy',
        unitId: unitIds.humanities,
        category: 'other',
        competencies: [],
      }),
    )
    await addOpportunity(mina, offered({ title: 'Treasurer', unitId: unitIds.debating, category: 'club' }))
    expect(await titlesFor(ana, { search: 'zurich BUD' })).toEqual(['Zürich exchange buddy'])
    expect(await titlesFor(ana, { unitId: unitIds.volunteering })).toEqual(['Treasurer'])
    expect(await titlesFor(ana, { unitId: unitIds.university, category: 'other' })).toEqual([
      'Zürich exchange buddy',
    ])
    expect(await titlesFor(ana, { competencyId: competency.id })).toEqual(['Treasurer'])
    expect(await titlesFor(ana, { competencyId: competency.id, category: 'other' })).toEqual([])
    expect(await titlesFor(ana, { unitId: 'nowhere' })).toEqual([])
    expect(await titlesFor({ ...ana, institutionId: 'elsewhere' })).toEqual([])
  })

  test('goes on where it stopped, and reads no table from end to end', async () => {
    for (let n = 0; n < OPPORTUNITY_PAGE + 5; n++)
      await opportunity(scene, { title: `Usher ${n}`, unit: 'engineering' })
    const filters = { ...everything, search: 'usher' }
    const first = await listOpportunities(ana, filters, null)
    const rest = await listOpportunities(ana, filters, first.next)
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([OPPORTUNITY_PAGE, 5, null])
    expect(first.rows[0]?.title).toBe(`Usher ${OPPORTUNITY_PAGE + 4}`)
    expect(
      scans(
        await plansOf(() => listOpportunities(ana, { ...filters, unitId: unitIds.engineering }, first.next)),
      ),
    ).toEqual([])
  })
})

describe('a proposal', () => {
  test('rule 11: is there for its student and for those who keep the unit, and for nobody else', async () => {
    const id = await proposeOpportunity(ana, proposal({ title: 'Chess tutor' }))
    expect(await titlesFor(ana, { search: 'chess' })).toEqual([])
    await expect(logOpportunity(ana, id)).rejects.toBeInstanceOf(NotFound)
    expect((await findOpportunityPage(ana, id)).addresses).toBeNull()
    expect((await findOpportunityPage(mina, id)).proposer).toBe(cast.ana.usedName)
    expect((await listProposals(mina, null)).rows.map(row => row.id)).toContain(id)
    expect((await listProposals(rosa, null)).rows.map(row => row.id)).toContain(id)
    const elsewhere = await proposeOpportunity(ana, proposal({ unitId: unitIds.humanities }))
    expect((await listProposals(mina, null)).rows.map(row => row.id)).not.toContain(elsewhere)
    for (const other of [chidi, await actor('ben'), await actor('omar')]) {
      await expect(findOpportunityPage(other, id)).rejects.toBeInstanceOf(NotFound)
      await expect(findOpportunityToWrite(other, id)).rejects.toBeInstanceOf(NotFound)
      await expect(listProposals(other, null)).rejects.toBeInstanceOf(NotFound)
      await expect(keepOpportunity(other, id, '', offered())).rejects.toBeInstanceOf(NotFound)
      await expect(refuseProposal(other, id, '', { then: 'return', reason: 'No.' })).rejects.toBeInstanceOf(
        NotFound,
      )
    }
    await expect(findOpportunityPage(mina, elsewhere)).rejects.toBeInstanceOf(NotFound)
    expect(scans(await plansOf(() => listProposals(mina, null)))).toEqual([])
  })

  test('is opened with all that the unit adds, and its student reads so by mail', async () => {
    const id = await proposeOpportunity(ana, proposal({ title: 'Bike mechanic' }))
    await keepOpportunity(mina, id, await shownTo(mina, id), offered({ title: 'Bicycle mechanic' }))
    expect(await titlesFor(chidi, { search: 'bicycle' })).toEqual(['Bicycle mechanic'])
    expect(await findOpportunityPage(chidi, id)).toMatchObject({
      state: 'open',
      confirmedBy: 'Ben Ortiz',
      expectedMinutesMin: 1200,
      expectedMinutesMax: 2430,
      sampleOneIn: 10,
      addresses: null,
      may: { log: true, keep: false },
    })
    const [letter] = await lettersTo(cast.ana.email)
    expect(letter?.subject).toBe('What you proposed is in the catalogue')
    expect(letter?.text).toContain('Bicycle mechanic')
    const draft = await db.activity.findUniqueOrThrow({ where: { id: await logOpportunity(chidi, id) } })
    expect(draft).toMatchObject({
      title: 'Bicycle mechanic',
      opportunityId: id,
      unitId: unitIds.volunteering,
    })
  })

  test('comes twenty times a day from one student, and no more', async () => {
    const eager = { ...chidi, id: 'somebody-else' }
    for (let count = 0; count < 20; count++) await proposeOpportunity(eager, proposal({ title: `Idea ${count}` }))
    await expect(proposeOpportunity(eager, proposal({ title: 'One more' }))).rejects.toBeInstanceOf(TooOften)
    await db.opportunity.updateMany({ where: { proposedById: eager.id }, data: { retiredAt: new Date() } })
  })

  test('comes back with a reason, is changed by its student and proposed again; what is declined is not', async () => {
    const id = await proposeOpportunity(chidi, proposal({ title: 'Something' }))
    await refuseProposal(mina, id, await shownTo(mina, id), { then: 'return', reason: 'Which evenings?' })
    expect((await listProposals(mina, null)).rows.map(row => row.id)).not.toContain(id)
    expect((await lettersTo(cast.chidi.email))[0]?.text).toContain('Which evenings?')
    expect((await findOpportunityPage(chidi, id)).may.proposeAgain).toBe(true)
    await proposeAgain(chidi, id, await shownTo(chidi, id), proposal({ title: 'Something on Mondays' }))
    expect((await listProposals(mina, null)).rows[0]).toMatchObject({ id, title: 'Something on Mondays' })
    await refuseProposal(mina, id, await shownTo(mina, id), { then: 'retire', reason: 'We have it already.' })
    expect((await findOpportunityPage(chidi, id)).may.proposeAgain).toBe(false)
    await expect(findOpportunityToWrite(chidi, id)).rejects.toBeInstanceOf(NotFound)
    await expect(proposeAgain(chidi, id, '', proposal())).rejects.toThrow('decided')
  })

  test('rule 6: an old page decides nothing, and two clicks are one proposal and one decision', async () => {
    const key = newFormKey()
    const ids = await Promise.all(
      [1, 2, 3].map(() => proposeOpportunity(ana, proposal({ title: 'Once' }), key)),
    )
    expect(new Set(ids).size).toBe(1)
    const [id = ''] = ids
    const shown = await shownTo(mina, id)
    const outcomes = await Promise.allSettled([
      keepOpportunity(mina, id, shown, offered({ title: 'Once' })),
      keepOpportunity(rosa, id, shown, offered({ title: 'Twice' })),
      refuseProposal(mina, id, shown, { then: 'retire', reason: 'No.' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.auditEvent.count({ where: { subjectId: id } })).toBe(2)
  })
})

describe('those who keep a unit', () => {
  test('write into their own units only, and what the lists have', async () => {
    await expect(addOpportunity(mina, offered({ unitId: unitIds.humanities }))).rejects.toMatchObject({
      field: 'unitId',
    })
    await expect(addOpportunity(rosa, offered({ unitId: 'nowhere' }))).rejects.toMatchObject({
      field: 'unitId',
    })
    await expect(addOpportunity(mina, offered({ competencies: ['nothing'] }))).rejects.toMatchObject({
      field: 'competencies',
    })
    await expect(addOpportunity(ana, offered())).rejects.toBeInstanceOf(NotFound)
    await expect(proposeOpportunity(mina, proposal())).rejects.toBeInstanceOf(NotFound)
    const id = await addOpportunity(mina, offered({ title: 'Movable' }))
    await expect(
      keepOpportunity(mina, id, await shownTo(mina, id), offered({ unitId: unitIds.humanities })),
    ).rejects.toMatchObject({ field: 'unitId' })
  })

  test('retire what is over: it leaves the list, and what was logged under it stays', async () => {
    const id = await addOpportunity(mina, offered({ title: 'Millennium helper' }))
    const activityId = await logOpportunity(ana, id)
    await expect(retireOpportunity(chidi, id)).rejects.toBeInstanceOf(NotFound)
    await retireOpportunity(mina, id)
    expect(await titlesFor(ana, { search: 'millennium' })).toEqual([])
    await expect(findOpportunityPage(ana, id)).rejects.toBeInstanceOf(NotFound)
    expect((await findOpportunityPage(mina, id)).state).toBe('retired')
    expect(await db.activity.findUnique({ where: { id: activityId } })).toMatchObject({ opportunityId: id })
    await expect(retireOpportunity(mina, id)).rejects.toThrow('a moment ago')
  })

  test('name a deputy, who confirms it once the validator has left', async () => {
    const deputy = {
      validatorUntil: '2027-06-30',
      deputyName: 'Eleni Markou',
      deputyEmail: 'eleni@shorelinefoodbank.example',
    }
    const id = await addOpportunity(mina, offered({ title: 'Two of them', ...deputy }))
    setClock(new Date('2027-06-30T12:00:00Z'))
    expect((await findOpportunityPage(ana, id)).confirmedBy).toBe('Ben Ortiz')
    setClock(new Date('2027-07-01T12:00:00Z'))
    expect((await findOpportunityPage(ana, id)).confirmedBy).toBe('Eleni Markou')
    setClock(null)
  })

  test.each([
    ['a deputy without an address', { deputyName: 'Eleni' }, 'deputyEmail'],
    ['a sample without its size', { sampleOneIn: undefined }, 'sampleOneIn'],
    ['more at least than at most', { least: '50' }, 'most'],
    ['nobody to ask', { validatorEmail: '' }, 'validatorEmail'],
    ['a day that is none', { validatorUntil: '2027-02-30' }, 'validatorUntil'],
  ])('are told of %s at its field', (_what, more, field) => {
    const form = {
      ...words,
      validatorName: 'B',
      validatorEmail: cast.ben.email,
      least: '20',
      most: '40',
      reviewPolicy: 'bySample',
      sampleOneIn: '5',
      ...more,
    }
    const { error } = OpportunityForm.safeParse(form)
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})
