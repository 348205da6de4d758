import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import type { PersonActor } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { findPlaces, findStatusList, readStatusList, takePlaces } from '~/domain/status-list.server'
import { verifyText } from '~/domain/verification.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db, isTaken, transaction } from '~/lib/db.server'
import { decodeBits, MIN_ENTRIES, readBit } from '~/standards/bitstring'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { students } from '../facts'
import { lettersAbout } from '../story'

let scene: AwardScene
let issued: { id: string; holder: PersonActor }[]

beforeAll(async () => {
  scene = await openAwardScene()
  issued = []
  for (const holder of await students(4)) {
    await earn(scene, holder)
    issued.push({ holder, id: await acceptAward(holder, await offerTo(scene, holder), nothingNamed) })
  }
})

const bitsOf = (list: string | null) => decodeBits(JSON.parse(list ?? '').credentialSubject.encodedList)
const one = (at: number) => {
  const found = issued[at]
  if (!found) throw new Error('not issued')
  return found
}

test('rule 8: a list has at least 131,072 entries, and every credential a random one of its own', async () => {
  const entries = await db.statusEntry.findMany()
  expect(new Set(entries.map(({ index }) => index)).size).toBe(4)
  const inOrder = entries.every(({ index }, at) => index === at)
  expect(inOrder).toBe(false)
  const list = await findStatusList(entries[0]?.listId ?? '')
  expect(bitsOf(list).length * 8).toBeGreaterThanOrEqual(MIN_ENTRIES)
  for (const { index } of entries) expect(readBit(bitsOf(list), index)).toBe(false)
})

test('rule 8: a place is taken once and never again, though its credential may be gone', async () => {
  const places = await findPlaces('north', 20)
  expect(new Set(places.map(({ index }) => index)).size).toBe(20)
  await transaction(tx => takePlaces(tx, places.slice(0, 1)))
  const again = await transaction(tx => takePlaces(tx, places)).then(
    () => null,
    (error: unknown) => error,
  )
  expect(isTaken(again)).toBe(true)
  expect(await db.statusEntry.count()).toBe(5)
})

test('a revocation shows at once, in one bit, and in the next check of whoever holds the document', async () => {
  const { id, holder } = one(0)
  const document = (await findDocument(id, holder)) ?? ''
  expect((await verifyText(document)).valid).toBe(true)
  await revokeCredential(scene.rosa, id, 'issuedInError')
  const { listId, listIndex } = await db.credential.findUniqueOrThrow({ where: { id } })
  const bits = bitsOf(await findStatusList(listId))
  expect(bits.reduce((sum, byte) => sum + byte, 0)).toBe(0b1000_0000 >> listIndex % 8)
  expect(readBit(bits, listIndex)).toBe(true)
  expect((await verifyText(document)).valid).toBe(false)
  expect(await findDocument(id, holder)).toBe(document)
  expect(await lettersAbout(id)).toEqual(['credential-issued', 'credential-revoked'])
})

test('rule 6: of several who revoke at once one does, with one event and one mail', async () => {
  const { id } = one(1)
  const clicks = await Promise.allSettled(
    Array.from({ length: 20 }, () => revokeCredential(scene.rosa, id, 'withdrawnByIssuer')),
  )
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'credential.revoked' } })).toBe(1)
  expect(await lettersAbout(id)).toEqual(['credential-issued', 'credential-revoked'])
})

test('a list that was being signed while a bit changed is never served without that bit', async () => {
  const { id } = one(2)
  const { listId, listIndex } = await db.credential.findUniqueOrThrow({ where: { id } })
  await db.statusList.update({ where: { id: listId }, data: { document: null } })
  const reading = Array.from({ length: 5 }, () => findStatusList(listId))
  await revokeCredential(scene.rosa, id, 'withdrawnByHolder')
  await Promise.all(reading)
  expect(readBit(bitsOf(await findStatusList(listId)), listIndex)).toBe(true)
})

test('the list is served as it is while it is fresh, and signed anew before its time runs out', async () => {
  const { listId } = await db.credential.findUniqueOrThrow({ where: { id: one(3).id } })
  const first = await findStatusList(listId)
  expect(await findStatusList(listId)).toBe(first)
  setClock(later(new Date(), 24 * DAY))
  const next = await findStatusList(listId)
  setClock(null)
  await db.statusList.update({ where: { id: listId }, data: { document: null } })
  expect(next).not.toBe(first)
  expect(Buffer.from(bitsOf(next)).equals(Buffer.from(bitsOf(first)))).toBe(true)
  expect(await findStatusList('nothing')).toBeNull()
})

test('whoever only checks reads the list as it would be served, and writes nothing', async () => {
  const { listId, listIndex } = await db.credential.findUniqueOrThrow({ where: { id: one(2).id } })
  await db.statusList.update({ where: { id: listId }, data: { document: null } })
  expect(readBit(bitsOf(await readStatusList(listId)), listIndex)).toBe(true)
  expect(await db.statusList.findUniqueOrThrow({ where: { id: listId } })).toMatchObject({ document: null })
  expect(await readStatusList('nothing')).toBeNull()
})

test('once a quarter of a list is taken, the next credential goes into a new one', async () => {
  const [{ listId } = { listId: '' }] = await findPlaces('north', 1)
  await db.$executeRaw`
    INSERT INTO "StatusEntry" ("listId", "index", "isRevoked")
    WITH RECURSIVE places("index") AS (SELECT 0 UNION ALL SELECT "index" + 1 FROM places WHERE "index" < ${
      MIN_ENTRIES / 4 - 1
    })
    SELECT ${listId}, "index", false FROM places
    WHERE "index" NOT IN (SELECT e."index" FROM "StatusEntry" e WHERE e."listId" = ${listId})`
  expect((await findPlaces('north', 1))[0]?.listId).not.toBe(listId)
  expect((await verifyText((await findDocument(one(3).id, one(3).holder)) ?? '')).valid).toBe(true)
})
