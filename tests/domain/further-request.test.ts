import { beforeAll, expect, test } from 'vitest'
import { declineRequest } from '~/domain/answer.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { DeclineForm } from '~/domain/endorsement-forms.server'
import { askAlso, askSuggested, leaveSuggestion } from '~/domain/further-request.server'
import { tasksOf } from '~/domain/home-view'
import { studentHome } from '~/domain/home.server'
import { isForsaken } from '~/domain/standing'
import { withdrawActivity } from '~/domain/submission.server'
import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { cast, newcomers } from '../cast'
import { lettersTo } from '../letterbox'
import { endorse, eventsAbout, lettersAbout, openScene, people, requestOf, requestsOf, submittedActivity, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const ines = { ...people.ines, message: '' }
const somebody = (n: number) => ({ name: `Somebody ${n}`, email: `somebody.${n}@estuarylab.example`, organisation: '', message: '' })
const better = { name: 'Ines Falk', email: people.ines.email }

async function suggested(suggestion = better): Promise<[Told, string]> {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await declineRequest(endorserOf(request), request.id, { reason: 'notTheRightPerson', note: '', suggestion })
  return [told, request.id]
}

test('one more person is asked about the same version, nothing is withdrawn, and their answer counts', async () => {
  const told = await submittedActivity(scene)
  await askAlso(told.student, told, ines)
  const [first, second] = await requestsOf(told)
  expect(first).toMatchObject({ status: 'queued', endorserName: people.eleni.name })
  expect(second).toMatchObject({ status: 'queued', endorserName: people.ines.name, namedBy: 'student' })
  expect(second?.revisionId).toBe(first?.revisionId)
  expect(await lettersAbout(found(second).id)).toEqual(['endorsement-request'])
  expect(await eventsAbout(found(second).id)).toEqual(['request.added'])
  await endorse(scene, found(second))
  expect(await db.activity.findUniqueOrThrow({ where: { id: told.id } })).toMatchObject({ status: 'inReview' })
})

test('it is the way out when mail came back or somebody declined: then somebody holds it again', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await declineRequest(endorserOf(request), request.id, { reason: 'cannotJudge', note: '' })
  expect(isForsaken((await findActivityPage(told.student, told.id)).standing)).toBe(true)
  await askAlso(told.student, told, ines)
  expect((await findActivityPage(told.student, told.id)).standing).toMatchObject({ holders: [people.ines.name] })
})

test('rule 1: nobody is asked who could not have been named at first', async () => {
  const told = await submittedActivity(scene)
  const ask = (email: string, name = 'A name') => askAlso(told.student, told, { name, email, organisation: '', message: '' })
  await expect(ask('ANA+work@northbridge.example')).rejects.toMatchObject({ field: 'invitees[0].email' })
  await expect(ask(cast.chidi.email)).rejects.toThrow('fellow student')
  await expect(ask('Eleni+desk@ShorelineFoodbank.example')).rejects.toThrow('has been asked about this already')
  expect(await requestsOf(told)).toHaveLength(1)
})

test('rule 6: two simultaneous clicks ask once, and an old page asks nobody', async () => {
  const told = await submittedActivity(scene)
  const clicks = await Promise.allSettled([1, 2].map(() => askAlso(told.student, told, ines)))
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await requestsOf(told)).toHaveLength(2)
  await withdrawActivity(told.student, told)
  await expect(askAlso(told.student, told, somebody(1))).rejects.toThrow('not in question')
})

test('rule 11: only the student of the activity asks', async () => {
  const told = await submittedActivity(scene)
  await expect(askAlso(await scene.actor('chidi'), told, ines)).rejects.toMatchObject({ status: 404 })
  await expect(askAlso(await scene.actor('mina'), told, ines)).rejects.toMatchObject({ status: 404 })
})

test('ten people are asked about a version at most', async () => {
  const told = await submittedActivity(scene)
  for (let n = 1; n <= 9; n++) await askAlso(told.student, told, somebody(n))
  await expect(askAlso(told.student, told, somebody(10))).rejects.toThrow('10 people')
})

test('a better name is kept and nobody is written to before the student says so', async () => {
  const [told, requestId] = await suggested(newcomers.noor)
  expect(await lettersTo('noor@estuarylab.example')).toEqual([])
  expect(await db.endorser.count({ where: { normalised: 'noor@estuarylab.example' } })).toBe(0)
  const { suggestions } = await findActivityPage(told.student, told.id)
  expect(suggestions).toMatchObject([{ requestId, by: people.eleni.name, name: 'Noor Haddad', address: 'noor@estuarylab.example' }])
  const home = await studentHome(told.student)
  expect(tasksOf(home.activities, home.awards, home.words, now())).toContainEqual(
    expect.objectContaining({ kind: 'suggestion', activityId: told.id, words: 'Noor Haddad' }),
  )

  await askSuggested(told.student, told, requestId)
  expect((await requestsOf(told)).map(({ endorserName }) => endorserName)).toEqual([people.eleni.name, 'Noor Haddad'])
  expect(await lettersTo('noor@estuarylab.example')).toHaveLength(1)
  expect((await findActivityPage(told.student, told.id)).suggestions).toEqual([])
})

test('rule 6: a suggestion is decided once, and a no writes to nobody', async () => {
  const [told, requestId] = await suggested()
  await leaveSuggestion(told.student, told, requestId)
  expect(await requestsOf(told)).toHaveLength(1)
  await expect(askSuggested(told.student, told, requestId)).rejects.toThrow('already')
  expect(await eventsAbout(requestId)).toContain('request.suggestion-left')

  const [other, otherId] = await suggested()
  await Promise.allSettled([1, 2].map(() => askSuggested(other.student, other, otherId)))
  expect(await requestsOf(other)).toHaveLength(2)
})

test('rule 11: nobody else decides about a suggestion, nor about one that is not there', async () => {
  const [told, requestId] = await suggested()
  await expect(askSuggested(await scene.actor('chidi'), told, requestId)).rejects.toMatchObject({ status: 404 })
  const plain = await submittedActivity(scene)
  const { id } = await requestOf(plain)
  await expect(askSuggested(plain.student, plain, id)).rejects.toMatchObject({ status: 404 })
})

test('rule 1: a suggestion of the student’s own address asks nobody and stays undecided', async () => {
  const [told, requestId] = await suggested({ name: 'Ana', email: 'Ana+two@northbridge.example' })
  await expect(askSuggested(told.student, told, requestId)).rejects.toThrow('your own addresses')
  expect(await requestsOf(told)).toHaveLength(1)
  expect((await findActivityPage(told.student, told.id)).suggestions).toHaveLength(1)
})

test('the form takes a better name with its address, or neither, and only from who is not the right person', () => {
  const parse = (form: Record<string, string>) => DeclineForm.safeParse(form)
  const named = { suggestedName: 'Noor', suggestedEmail: 'noor@estuarylab.example' }
  expect(parse({ reason: 'notTheRightPerson', ...named }).data?.suggestion).toEqual({ name: 'Noor', email: named.suggestedEmail })
  expect(parse({ reason: 'notTheRightPerson' }).data?.suggestion).toBeNull()
  expect(parse({ reason: 'cannotJudge', ...named }).data?.suggestion).toBeNull()
  expect(parse({ reason: 'notTheRightPerson', suggestedName: 'Noor' }).error?.issues[0]?.path).toEqual(['suggestedEmail'])
  expect(parse({ reason: 'notTheRightPerson', suggestedEmail: named.suggestedEmail }).error?.issues[0]?.path).toEqual(['suggestedName'])
})
