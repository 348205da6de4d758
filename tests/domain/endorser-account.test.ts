import { beforeAll, expect, test } from 'vitest'
import { hasAccount, openAccount } from '~/domain/endorser-account.server'
import { deskHome } from '~/domain/home.server'
import { actorFor } from '~/domain/people.server'
import { has, isStaff } from '~/domain/policy'
import { findWaitingPage } from '~/domain/waiting-page.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { doorsFor } from '~/components/navigation'
import { answererOf, endorse, eventsAbout, openScene, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const form = { officialName: people.eleni.name, password: 'a long way from the harbour' }

test('an endorser makes an account of the mailbox they proved, finds there what they answered and what waits, and has no role', async () => {
  const answered = await requestOf(await submittedActivity(scene, { asks: [people.eleni] }))
  await endorse(scene, answered)
  const waiting = await requestOf(await submittedActivity(scene, { asks: [people.eleni] }))
  expect(await hasAccount(waiting)).toBe(false)
  const id = await openAccount(await answererOf(scene, waiting), waiting, form)
  const eleni = found(await actorFor(id))
  expect(eleni.memberships).toEqual([])
  expect([isStaff(eleni), has(eleni, 'supervisor')]).toEqual([false, false])
  const page = await findWaitingPage(eleni, null)
  expect(page.count).toBe(1)
  expect(page.answered.length).toBeGreaterThan(0)
  expect((await deskHome(eleni)).requests).toBe(1)
  expect(doorsFor([]).map(({ to }) => to)).toEqual(['/', '/requests'])
  expect(await eventsAbout(id)).toEqual(['person.signed-up'])

  await endorse(scene, waiting)
  const said = await db.endorsement.findFirstOrThrow({ where: { requestId: waiting.id } })
  const before = await db.endorsement.findFirstOrThrow({ where: { requestId: answered.id } })
  expect(said.assurance, 'signing in makes nobody staff').toBe(before.assurance)
})

test('there is one account a mailbox, and a weak password is refused at its field', async () => {
  const request = await requestOf(await submittedActivity(scene, { asks: [people.ines] }))
  const ines = await answererOf(scene, request)
  await expect(openAccount(ines, request, { ...form, password: 'password' })).rejects.toMatchObject({ field: 'password' })
  const tries = await Promise.allSettled([openAccount(ines, request, form), openAccount(ines, request, form)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(openAccount(ines, request, form)).rejects.toThrow('Sign in with it')
})

test('rule 11: nobody makes an account of a mailbox that is not theirs', async () => {
  const request = await requestOf(await submittedActivity(scene, { asks: [people.eleni] }))
  await expect(openAccount(await scene.actor('ana'), request, form)).rejects.toThrow(NotFound)
})
