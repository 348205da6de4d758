import { beforeAll, expect, test } from 'vitest'
import { discardDraft } from '~/domain/activity.server'
import { findDraft } from '~/domain/draft.server'
import { addText } from '~/domain/evidence.server'
import { erasePerson } from '~/domain/erasure.server'
import { studentHome } from '~/domain/home.server'
import { findTeamInvitation, findTeamPage } from '~/domain/team-page.server'
import { askTeammate, giveToTeam, joinTeam, refuseTeam } from '~/domain/team.server'
import type { PersonActor } from '~/domain/policy'
import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { NotFound } from '~/lib/refusal'
import { draftedActivity, eventsAbout, lettersAbout, openScene, type Scene, type Told } from '../story'
import { cast } from '../cast'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

async function askedChidi(told: Told) {
  await askTeammate(told.student, told.id, { address: cast.chidi.email })
  return db.teamMember.findFirstOrThrow({ where: { team: { activities: { some: { id: told.id } } }, personId: scene.house.personIds.chidi } })
}

test('who did it too logs it for themselves: what it was and when is there, the role and the claims are their own', async () => {
  const told = await draftedActivity(scene)
  const member = await askedChidi(told)
  expect(await lettersAbout(member.id)).toEqual(['teammate-asked'])
  const chidi = await scene.actor('chidi')
  expect((await studentHome(chidi)).words).toContainEqual(expect.objectContaining({ kind: 'team', id: member.id, who: cast.ana.usedName }))
  const id = await joinTeam(chidi, member.id)
  const [own, theirs] = await Promise.all([findDraft(told.student, told.id), findDraft(chidi, id)])
  expect(theirs).toMatchObject({
    status: 'draft', title: own.title, organisation: own.organisation, activityStartDate: own.activityStartDate, teamId: own.teamId,
    role: '', minutes: 0, claims: [], evidence: [], invitees: [],
  })
  expect((await findTeamPage(told.student, told.id)).members.map(({ name, state }) => [name, state])).toEqual([
    [cast.ana.usedName, 'joined'], [cast.chidi.usedName, 'joined'],
  ])
  expect((await findTeamInvitation(chidi, member.id)).activityId).toBe(id)
  expect(await eventsAbout(member.teamId)).toEqual(['team.asked', 'team.joined'])
})

test('rule 6: asking twice asks once, and two clicks on yes make one activity', async () => {
  const told = await draftedActivity(scene)
  await Promise.all([askTeammate(told.student, told.id, { address: cast.chidi.email }), askTeammate(told.student, told.id, { address: 'CHIDI+x@northbridge.example' })].map(each => each.catch(() => null)))
  const member = await askedChidi(told)
  expect(await lettersAbout(member.id)).toEqual(['teammate-asked'])
  expect(await db.team.count({ where: { activities: { some: { id: told.id } } } })).toBe(1)
  const chidi = await scene.actor('chidi')
  const ids = await Promise.all([joinTeam(chidi, member.id), joinTeam(chidi, member.id)])
  expect(new Set(ids).size).toBe(1)
})

test('rule 12: evidence is shared by who has it, a copy into each draft that lacks it, and nothing before', async () => {
  const told = await draftedActivity(scene)
  const chidi = await scene.actor('chidi')
  const id = await joinTeam(chidi, (await askedChidi(told)).id)
  await addText(told.student, told, { name: 'Minutes', description: '', showsPeople: false, text: 'We met on Friday.' })
  const piece = (await findDraft(told.student, told.id)).evidence.find(({ name }) => name === 'Minutes')
  expect((await findDraft(chidi, id)).evidence).toEqual([])
  for (let time = 0; time < 2; time++) await giveToTeam(told.student, told, piece?.id ?? '')
  expect((await findDraft(chidi, id)).evidence.map(({ name, text }) => [name, text])).toEqual([['Minutes', 'We met on Friday.']])
  await expect(giveToTeam(chidi, { id, revision: 1 }, piece?.id ?? '')).rejects.toThrow(NotFound)
})

test('rule 6: an old page gives nothing; and who gives leaves others half of their places', async () => {
  const told = await draftedActivity(scene)
  const chidi = await scene.actor('chidi')
  const id = await joinTeam(chidi, (await askedChidi(told)).id)
  const { institutionId } = scene.house
  const texts = Array.from({ length: 12 }, (_, at) => ({
    id: newId(), institutionId, activityId: told.id, kind: 'text' as const, name: `Day ${at}`, text: `Day ${at}`, createdAt: now(),
  }))
  await db.evidence.createMany({ data: texts })
  await expect(giveToTeam(told.student, { ...told, revision: 2 }, texts[0]?.id ?? '')).rejects.toThrow('moved on')
  expect((await findDraft(chidi, id)).evidence).toEqual([])
  // Each twice, and all at once: whoever gives holds the draft it goes to.
  await Promise.all([...texts, ...texts].map(piece => giveToTeam(told.student, told, piece.id)))
  const given = (await findDraft(chidi, id)).evidence.map(({ name }) => name)
  expect([given.length, new Set(given).size]).toEqual([10, 10])
})

test('two who give to each other at once both do, and do not wait for each other for ever', async () => {
  const told = await draftedActivity(scene)
  const chidi = await scene.actor('chidi')
  const theirs = { id: await joinTeam(chidi, (await askedChidi(told)).id), revision: 1 }
  const give = async (who: PersonActor, shown: { id: string; revision: number }, at: number) => {
    await addText(who, shown, { name: `${who.usedName} ${at}`, description: '', showsPeople: false, text: `${who.usedName} ${at}` })
    const piece = await db.evidence.findFirstOrThrow({ where: { activityId: shown.id, name: `${who.usedName} ${at}` } })
    await giveToTeam(who, shown, piece.id)
  }
  await Promise.all([0, 1, 2, 3].flatMap(at => [give(told.student, told, at), give(chidi, theirs, at)]))
  for (const [actor, id] of [[told.student, told.id], [chidi, theirs.id]] as const) expect((await findDraft(actor, id)).evidence).toHaveLength(8)
})

test('rule 11: nobody learns whose address is known here, and nobody else finds the question', async () => {
  const told = await draftedActivity(scene)
  await askTeammate(told.student, told.id, { address: 'nobody@northbridge.example' })
  const member = await askedChidi(told)
  expect((await findTeamPage(told.student, told.id)).members.map(({ name, state }) => [name, state])).toEqual([
    [cast.ana.usedName, 'joined'], ['n…@northbridge.example', 'asked'], ['c…@northbridge.example', 'asked'],
  ])
  await expect(joinTeam(told.student, member.id)).rejects.toThrow(NotFound)
  await expect(askTeammate(await scene.actor('chidi'), told.id, { address: cast.ana.email })).rejects.toThrow(NotFound)
  await expect(askTeammate(told.student, told.id, { address: 'ANA@northbridge.example' })).rejects.toMatchObject({ field: 'address' })
})

test('who asked and then threw the draft away leaves nobody waiting for a team that is not', async () => {
  const told = await draftedActivity(scene)
  const member = await askedChidi(told)
  await discardDraft(told.student, told)
  expect((await studentHome(await scene.actor('chidi'))).words.filter(({ id }) => id === member.id)).toEqual([])
})

test('who was not there says so once, and can still join; rule 14: who is erased is in no team', async () => {
  const told = await draftedActivity(scene)
  const member = await askedChidi(told)
  const chidi = await scene.actor('chidi')
  await refuseTeam(chidi, member.id)
  await refuseTeam(chidi, member.id)
  expect((await eventsAbout(member.teamId)).filter(event => event === 'team.refused')).toHaveLength(1)
  await joinTeam(chidi, member.id)
  await expect(refuseTeam(chidi, member.id)).rejects.toThrow('in the team already')
  await erasePerson({ kind: 'system', institutionId: scene.house.institutionId }, scene.house.personIds.chidi)
  expect((await findTeamPage(told.student, told.id)).members.map(({ name }) => name)).toEqual([cast.ana.usedName])
})
