import { expect, test } from 'vitest'
import { closeConcern, countConcerns, findConcern, listConcerns, reportCredential, reportRequest } from '~/domain/concern.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { actorFor } from '~/domain/people.server'
import { findRequest } from '~/domain/request.server'
import { unshareCredential } from '~/domain/share.server'
import { findStanding } from '~/domain/shown-credential.server'
import { studentHome } from '~/domain/home.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { findHouseOfCast } from '../../prisma/people'
import { seedDemo } from '../../prisma/seed'
import { newcomers, northbridge, type CastKey } from '../cast'
import { lettersTo } from '../letterbox'
import { eventsAbout } from '../story'

await seedDemo()
const { institutionId, personIds } = await findHouseOfCast()
const actor = async (key: CastKey) => found(await actorFor(personIds[key]))
const rosa = await actor('rosa')

const stranger = newcomers.kofi
const openIds = async () => (await listConcerns(rosa, 'open', null)).rows.map(({ id }) => id)

async function sharedStanding() {
  const { id } = await db.credential.findFirstOrThrow({ where: { studentId: personIds.ana, sharedAt: { not: null } } })
  return found(await findStanding(id))
}

async function anRequest() {
  const { id } = await db.endorsementRequest.findFirstOrThrow({ where: { activity: { studentId: personIds.chidi } } })
  return found(await findRequest(id))
}

test('what an endorser reports goes to the office with their proven address, and not to the student', async () => {
  const request = await anRequest()
  await reportRequest(endorserOf(request), request, { text: 'This rota is not ours.' })
  const [concern] = await db.concern.findMany()
  expect(concern).toMatchObject({ requestId: request.id, activityId: request.activityId, reporterEmail: request.endorser.email })
  const [letter] = await lettersTo(northbridge.contactEmail)
  expect(letter?.text).toContain('This rota is not ours.')
  expect(letter?.text).toContain(`/concerns/${concern?.id}`)
  expect(await eventsAbout(found(concern).id)).toEqual(['concern.reported'])

  const chidi = await actor('chidi')
  const seen = JSON.stringify([await findActivityPage(chidi, request.activityId), await studentHome(chidi)])
  expect(seen).not.toContain('This rota is not ours.')
  expect(seen).not.toContain(found(concern).id)
})

test('a stranger reports what a shared credential says, and gets a receipt without a word of theirs', async () => {
  const standing = await sharedStanding()
  await reportCredential(standing, { ...stranger, text: 'I was there and she was not.' })
  const [receipt] = await lettersTo(stranger.email)
  expect(receipt?.text).toContain(northbridge.contactEmail)
  for (const typed of ['I was there', stranger.name]) expect(receipt?.text).not.toContain(typed)
})

test('rule 6: two simultaneous clicks are one concern, one mail each and one event', async () => {
  const standing = await sharedStanding()
  const said = { ...stranger, email: 'twice@estuarylab.example', text: 'Please look at the dates.' }
  await Promise.all([1, 2, 3].map(() => reportCredential(standing, said)))
  const concerns = await db.concern.findMany({ where: { reporterEmail: said.email } })
  expect(concerns).toHaveLength(1)
  expect(await lettersTo(said.email)).toHaveLength(1)
  expect(await eventsAbout(found(concerns[0]).id)).toEqual(['concern.reported'])
})

test('rule 11: nothing is reported on a credential that nobody is shown, nor by who was not asked', async () => {
  const standing = await sharedStanding()
  await expect(reportCredential({ ...standing, sharedAt: null }, { ...stranger, text: 'Hm.' })).rejects.toMatchObject({ status: 404 })
  const request = await anRequest()
  await expect(reportRequest(await actor('ana'), request, { text: 'Hm.' })).rejects.toMatchObject({ status: 404 })
})

test('rule 11: registrars and administrators read concerns, and nobody else', async () => {
  const [id = ''] = await openIds()
  expect(await findConcern(await actor('devi'), id)).toMatchObject({ status: 'open', student: 'Chidi Okafor' })
  for (const key of ['ana', 'chidi', 'mina', 'omar', 'lena', 'ben'] as const) {
    await expect(listConcerns(await actor(key), 'open', null)).rejects.toMatchObject({ status: 404 })
    await expect(findConcern(await actor(key), id)).rejects.toMatchObject({ status: 404 })
    await expect(closeConcern(await actor(key), id, { outcome: 'Mine.' })).rejects.toMatchObject({ status: 404 })
  }
})

test('rule 1: what is about oneself is not there, whatever one’s roles', async () => {
  const role = { id: newId(), institutionId, personId: personIds.ana, role: 'registrar', createdAt: new Date() } as const
  await db.membership.create({ data: role })
  const ana = await actor('ana')
  const all = await openIds()
  const { rows } = await listConcerns(ana, 'open', null)
  expect(rows.map(({ student }) => student)).not.toContain('Ana Duarte')
  expect(rows.length).toBeLessThan(all.length)
  expect(await countConcerns(ana)).toBe(rows.length)
  expect(await countConcerns(rosa)).toBe(all.length)
  const about = await db.concern.findFirstOrThrow({ where: { credentialId: { not: null } } })
  await expect(findConcern(ana, about.id)).rejects.toMatchObject({ status: 404 })
  await expect(closeConcern(ana, about.id, { outcome: 'All is well.' })).rejects.toMatchObject({ status: 404 })
  await db.membership.delete({ where: { id: role.id } })
})

test('the longest waiting stands first, and pages join without a gap', async () => {
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, n >> 1))
  const { institutionId } = rosa
  await db.concern.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({
      id: `old${String(n).padStart(3, '0')}`, institutionId, reporterName: 'R', reporterEmail: 'r@estuarylab.example', text: 'Old.', createdAt: at(n),
    })),
  })
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listConcerns>> = await listConcerns(rosa, 'open', after)
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(ids.slice(0, 120)).toEqual(Array.from({ length: 120 }, (_, n) => `old${String(n).padStart(3, '0')}`))
  expect(ids).toHaveLength(await countConcerns(rosa))
  await db.concern.deleteMany({ where: { id: { startsWith: 'old' } } })
})

test('rule 6: a concern is closed once, in words, and stays among those that were closed', async () => {
  const [id = ''] = await openIds()
  const clicks = await Promise.allSettled([1, 2].map(() => closeConcern(rosa, id, { outcome: 'We asked the food bank.' })))
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await openIds()).not.toContain(id)
  expect((await listConcerns(rosa, 'closed', null)).rows.map(each => each.id)).toEqual([id])
  expect(await findConcern(rosa, id)).toMatchObject({ outcome: 'We asked the food bank.', closedBy: 'Rosa Lindqvist' })
  expect(await eventsAbout(id)).toEqual(['concern.reported', 'concern.closed'])
})

test('a credential that is no longer shared takes no more reports', async () => {
  const { id } = await sharedStanding()
  await unshareCredential(await actor('ana'), id)
  await expect(reportCredential(found(await findStanding(id)), { ...stranger, text: 'Again.' })).rejects.toMatchObject({ status: 404 })
})
