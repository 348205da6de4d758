import { beforeAll, describe, expect, test } from 'vitest'
import { discardDraft } from '~/domain/activity.server'
import { erasePerson } from '~/domain/erasure.server'
import { findDraft } from '~/domain/draft.server'
import { studentHome } from '~/domain/home.server'
import { spread } from '~/domain/roster-days'
import { RosterForm } from '~/domain/roster-form.server'
import { MOST_LISTED, readList } from '~/domain/roster-list'
import { findListing, listRosters } from '~/domain/roster-page.server'
import { confirmListing, proposeRoster, refuseListing } from '~/domain/roster.server'
import { newFormKey } from '~/lib/form-key.server'
import { db } from '~/lib/db.server'
import { NotFound } from '~/lib/refusal'
import { TooOften } from '~/lib/throttle.server'
import { answererOf, eventsAbout, lettersAbout, openScene, people, requestOf, submittedActivity, type Scene } from '../story'
import { cast, newcomers } from '../cast'

describe('a list that is pasted', () => {
  test('comes with tabs, semicolons or commas, and tells each line that cannot be read', () => {
    expect(readList('Ana Duarte\tana@northbridge.example\t12\tLead\nChidi Okafor; <chidi@northbridge.example>; 1,5\n\nNoor, noor, 3\nKofi, kofi@northbridge.example, some')).toEqual({
      listed: [
        { name: 'Ana Duarte', email: 'ana@northbridge.example', minutes: 720, role: 'Lead' },
        { name: 'Chidi Okafor', email: 'chidi@northbridge.example', minutes: 90, role: '' },
      ],
      wrong: ['Line 4: “noor” is no mail address.', 'Line 5: write the time as 12, 1:30 or 90 min after the address.'],
    })
  })

  test('is read in no time, however wrong it is', () => {
    const { listed, wrong } = readList(`x;a@${'.'.repeat(59_000)}@;1\n${'\n'.repeat(5_000)}${'y,y@y.example,1\n'.repeat(5_000)}`)
    expect([listed, wrong.length]).toEqual([[], 1])
    expect(readList('y,y@y.example,1\n'.repeat(500)).listed).toHaveLength(MOST_LISTED + 1)
  })

  test('names nobody twice, whatever the spelling of the address, and gives nobody more time than there was', () => {
    const form = { ...facts, activityEndDate: facts.activityStartDate, people: 'A, ana@x.example, 2\nB, ANA+b@x.example, 2\nC, c@x.example, 25' }
    expect(RosterForm.safeParse(form).error?.issues.map(({ message }) => message)).toEqual([
      'B is listed twice.', 'C: that is more time than there is between the first day and the last.',
    ])
  })
})

test('the time of a list is spread over its days to the minute, no day over 24 hours', () => {
  for (const [minutes, from, to] of [[1, '2026-03-01', '2026-03-01'], [1440, '2026-03-01', '2026-03-01'], [1000, '2026-03-01', '2026-03-02'], [100_000, '2026-01-01', '2026-12-31'], [143_999, '2026-01-01', '2026-04-10']] as const) {
    const days = spread(minutes, from, to)
    expect(days.reduce((sum, day) => sum + day.minutes, 0)).toBe(minutes)
    expect(Math.max(...days.map(day => day.minutes))).toBeLessThanOrEqual(1440)
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
    expect(days.every(({ day }) => day >= from && day <= to)).toBe(true)
  }
})

const facts = {
  title: 'Open day', organisation: 'Student office', role: 'Guide', category: 'volunteering' as const,
  activityStartDate: '2026-03-14', activityEndDate: '2026-03-15', note: 'Thank you.',
}

describe('students who were listed', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })

  const line = ({ usedName: name, email }: { usedName: string; email: string }, minutes = 240) => ({ name, email, minutes, role: '' })

  async function listedBy(who: 'ben', listed = [line(cast.ana), line({ usedName: 'Nobody', email: 'nobody@elsewhere.example' })]) {
    const id = await proposeRoster(await scene.actor(who), { ...facts, listed }, newFormKey())
    const entries = await db.rosterEntry.findMany({ where: { rosterId: id }, orderBy: { id: 'asc' } })
    return { id, entry: entries[0]?.id ?? '' }
  }

  test('hear of it once, have nothing on their record before they say so, and then a draft with its facts and whom to ask', async () => {
    const { id, entry } = await listedBy('ben')
    expect(await lettersAbout(entry)).toEqual(['listed'])
    const ana = await scene.actor('ana')
    const before = await db.activity.count({ where: { studentId: ana.id } })
    const { words } = await studentHome(ana)
    expect(words).toContainEqual(expect.objectContaining({ kind: 'listed', id: entry, who: cast.ben.usedName, title: 'Open day' }))
    const activityId = await confirmListing(ana, entry)
    expect(await db.activity.count({ where: { studentId: ana.id } })).toBe(before + 1)
    const draft = await findDraft(ana, activityId)
    expect(draft).toMatchObject({ status: 'draft', title: 'Open day', role: 'Guide', minutes: 240, claims: [], invitees: [{ name: cast.ben.usedName, email: cast.ben.email }] })
    expect((await findListing(ana, entry)).activityId).toBe(activityId)
    expect((await studentHome(ana)).words.filter(word => word.id === entry)).toEqual([])
    expect((await listRosters(await scene.actor('ben'), null)).rosters.find(roster => roster.id === id)).toMatchObject({ people: 2, confirmed: 1, refused: 0 })
    expect(await eventsAbout(entry)).toEqual(['roster.confirmed'])
  })

  test('rule 6: two clicks on a list make one list, two on yes make one activity', async () => {
    const [ben, ana, key] = [await scene.actor('ben'), await scene.actor('ana'), newFormKey()]
    const form = { ...facts, title: 'Twice', listed: [line(cast.ana)] }
    const ids = await Promise.all([proposeRoster(ben, form, key), proposeRoster(ben, form, key)])
    expect(new Set(ids).size).toBe(1)
    const { id: entry } = await db.rosterEntry.findFirstOrThrow({ where: { rosterId: ids[0] } })
    expect(await lettersAbout(entry)).toEqual(['listed'])
    const made = await Promise.all([confirmListing(ana, entry), confirmListing(ana, entry)])
    expect(new Set(made).size).toBe(1)
    expect(await eventsAbout(entry)).toEqual(['roster.confirmed'])
  })

  test('whoever throws the draft away finds the line waiting again', async () => {
    const { entry } = await listedBy('ben')
    const ana = await scene.actor('ana')
    const id = await confirmListing(ana, entry)
    await discardDraft(ana, { id, revision: 1 })
    expect(await findListing(ana, entry)).toMatchObject({ answer: 'waiting', activityId: null })
    expect(await confirmListing(ana, entry)).toEqual(expect.any(String))
  })

  test('say no without a reason; who changes their mind can still make it theirs', async () => {
    const { entry } = await listedBy('ben')
    const ana = await scene.actor('ana')
    await refuseListing(ana, entry)
    expect((await findListing(ana, entry)).answer).toBe('refused')
    await confirmListing(ana, entry)
    expect((await findListing(ana, entry)).answer).toBe('confirmed')
    await expect(refuseListing(ana, entry)).rejects.toThrow('Discard its draft')
  })

  test('rule 11: another student finds nothing there, and who only studies lists nobody', async () => {
    const { entry } = await listedBy('ben')
    const chidi = await scene.actor('chidi')
    await expect(findListing(chidi, entry)).rejects.toThrow(NotFound)
    await expect(confirmListing(chidi, entry)).rejects.toThrow(NotFound)
    await expect(proposeRoster(chidi, { ...facts, listed: [line(cast.ana)] })).rejects.toThrow(NotFound)
  })

  test('rule 1: nobody lists themselves', async () => {
    await expect(listedBy('ben', [line({ ...cast.ben, email: 'BEN+me@northbridge.example' })])).rejects.toThrow('your own address')
  })

  test('an endorser from outside starts from a list of their own once they typed a code', async () => {
    const told = await submittedActivity(scene, { asks: [people.eleni] })
    const eleni = await answererOf(scene, await requestOf(told))
    const id = await proposeRoster(eleni, { ...facts, title: 'Night shift', listed: [line(cast.chidi)] })
    const { id: entry } = await db.rosterEntry.findFirstOrThrow({ where: { rosterId: id } })
    const chidi = await scene.actor('chidi')
    const draft = await findDraft(chidi, await confirmListing(chidi, entry))
    expect(draft.invitees).toMatchObject([{ name: people.eleni.name, email: people.eleni.email }])
    expect((await listRosters(eleni, null)).rosters.map(roster => roster.id)).toEqual([id])
  })

  test('an endorser from outside lists four hundred a day and no more; who works here is not counted by heads', async () => {
    const told = await submittedActivity(scene, { asks: [people.ines] })
    const ines = await answererOf(scene, await requestOf(told))
    const many = (from: number) =>
      Array.from({ length: MOST_LISTED }, (_, at) => line({ usedName: `Guest ${from + at}`, email: `guest${from + at}@elsewhere.example` }))
    for (const from of [0, 200]) await proposeRoster(ines, { ...facts, listed: many(from) })
    await expect(proposeRoster(ines, { ...facts, listed: [line(cast.chidi)] })).rejects.toBeInstanceOf(TooOften)
    const ben = await scene.actor('ben')
    for (const from of [0, 200, 400]) await proposeRoster(ben, { ...facts, listed: many(from) })
  })

  test('rule 14: who was erased stands on no list any more', async () => {
    const { id } = await listedBy('ben', [line(cast.ana), line({ usedName: newcomers.kofi.name, email: newcomers.kofi.email })])
    await erasePerson({ kind: 'system', institutionId: scene.house.institutionId }, scene.house.personIds.ana)
    expect((await db.rosterEntry.findMany({ where: { rosterId: id } })).map(({ name }) => name)).toEqual([newcomers.kofi.name])
  })
})
