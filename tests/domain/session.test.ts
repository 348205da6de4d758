import { afterEach, expect, test } from 'vitest'
import { DAY, later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import {
  findActor,
  listSessions,
  requirePerson,
  revokeOtherSessions,
  revokeSession,
  signIn,
  signOut,
} from '~/lib/session.server'
import { seedHouse } from '../../prisma/people'

const { personIds, unitIds, institutionId } = await seedHouse()
const ana = { id: personIds.ana }

afterEach(() => setClock(null))

const at = (path: string, cookie = '', method = 'GET') =>
  new Request(`http://localhost:3000${path}`, {
    method,
    headers: { 'Cookie': cookie, 'User-Agent': 'Firefox' },
  })

async function signedIn(person = ana, before = '') {
  const header = await signIn(person, at('/sign-in', before))
  return header.slice(0, header.indexOf(';'))
}

test('the cookie is for the browser alone and says nothing that the table holds', async () => {
  const header = await signIn(ana, at('/sign-in'))
  expect(header).toMatch(/^vouch=[a-z0-9]{40}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/)
  const id = header.slice('vouch='.length, header.indexOf(';'))
  expect(await db.session.findUnique({ where: { id } })).toBeNull()
})

test('somebody signed in is known with all addresses, and with every unit below their own', async () => {
  const laboratory = newId()
  await db.unit.create({
    data: { id: laboratory, institutionId, kind: 'service', name: 'Laboratory', parentId: unitIds.debating },
  })
  const mina = await findActor(at('/', await signedIn({ id: personIds.mina })))
  expect(mina).toMatchObject({
    kind: 'person',
    institutionId,
    usedName: 'Mina Sato',
    normalisedAddresses: ['mina@northbridge.example'],
  })
  const [volunteering, engineering] = [...(mina?.memberships ?? [])].sort(
    (a, b) => (b.unitIds?.length ?? 0) - (a.unitIds?.length ?? 0),
  )
  const expected = [unitIds.volunteering, unitIds.debating, unitIds.foodBank, laboratory]
  expect(volunteering).toMatchObject({ role: 'coordinator', unitIds: expect.arrayContaining(expected) })
  expect(volunteering?.unitIds).toHaveLength(expected.length)
  expect(engineering).toEqual({ role: 'coordinator', unitIds: [unitIds.engineering] })
  const rosa = await findActor(at('/', await signedIn({ id: personIds.rosa })))
  expect(rosa?.memberships).toContainEqual({ role: 'registrar', unitIds: null })
})

test('signing in again gives a new session and ends the one before', async () => {
  const first = await signedIn()
  const second = await signedIn(ana, first)
  expect(second).not.toBe(first)
  expect(await findActor(at('/', first))).toBeNull()
  expect(await findActor(at('/', second))).not.toBeNull()
})

test('whoever signs out is signed out, on the server too', async () => {
  const cookie = await signedIn()
  expect(await signOut(at('/sign-out', cookie, 'POST'))).toMatch(/^vouch=; .*Max-Age=0/)
  expect(await findActor(at('/', cookie))).toBeNull()
})

test('an invented session and the cookies of others are nobody', async () => {
  expect(await findActor(at('/', 'vouch=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))).toBeNull()
  expect(await findActor(at('/', 'advert=100%; not-vouch=abc'))).toBeNull()
})

test('a session ends after two weeks without use, and after ninety days in any case', async () => {
  const unused = await signedIn()
  setClock(later(now(), 15 * DAY))
  expect(await findActor(at('/', unused))).toBeNull()

  const busy = await signedIn()
  for (let day = 0; day < 88; day += 8) {
    setClock(later(now(), 8 * DAY))
    expect(await findActor(at('/', busy))).not.toBeNull()
  }
  setClock(later(now(), 3 * DAY))
  expect(await findActor(at('/', busy))).toBeNull()
})

test('when a session was last seen is written at most every ten minutes', async () => {
  const person = { id: personIds.omar }
  const cookie = await signedIn(person)
  const seen = async () => (await listSessions(person, at('/', cookie)))[0]?.lastSeenAt.getTime()
  const start = await seen()
  setClock(later(now(), 9 * MINUTE))
  await findActor(at('/', cookie))
  expect(await seen()).toBe(start)
  setClock(later(now(), 2 * MINUTE))
  await findActor(at('/', cookie))
  expect(await seen()).toBeGreaterThan(start ?? Infinity)
})

test('a person sees where they are signed in, ends one, and ends all others', async () => {
  const ben = { id: personIds.ben }
  const [phone, laptop, library] = [await signedIn(ben), await signedIn(ben), await signedIn(ben)]
  const known = await listSessions(ben, at('/', laptop))
  expect(known).toHaveLength(3)
  expect(known.filter(session => session.isThisOne)).toHaveLength(1)

  const [phones] = (await listSessions(ben, at('/', phone))).filter(session => session.isThisOne)
  await revokeSession({ id: personIds.chidi }, phones?.id ?? '')
  expect(await findActor(at('/', phone))).not.toBeNull()
  await revokeSession(ben, phones?.id ?? '')
  expect(await findActor(at('/', phone))).toBeNull()

  await revokeOtherSessions(ben, at('/', laptop))
  expect(await findActor(at('/', library))).toBeNull()
  expect(await findActor(at('/', laptop))).not.toBeNull()
})

test('sessions long over are forgotten, others are not', async () => {
  const old = await signedIn({ id: personIds.lena })
  setClock(later(now(), 20 * DAY))
  const fresh = await signedIn({ id: personIds.devi })
  await runDueJobs()
  expect(await db.session.count({ where: { personId: personIds.lena } })).toBe(0)
  expect(await findActor(at('/', fresh))).not.toBeNull()
  expect(await findActor(at('/', old))).toBeNull()
})

test('rule 11: a visitor is sent to sign-in from every address alike, with the way back', async () => {
  const sentTo = (path: string, method = 'GET') =>
    requirePerson(at(path, '', method)).then(
      () => null,
      (answer: Response) => [answer.status, answer.headers.get('Location')],
    )
  expect(await sentTo('/activities/1?tab=evidence')).toEqual([
    302,
    '/sign-in?to=%2Factivities%2F1%3Ftab%3Devidence',
  ])
  expect(await sentTo('/activities/none?index')).toEqual([302, '/sign-in?to=%2Factivities%2Fnone'])
  expect(await sentTo('/activities/1', 'POST')).toEqual([307, '/sign-in?to=%2Factivities%2F1'])
})
