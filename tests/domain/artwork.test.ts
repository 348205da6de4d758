import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { ARTWORK_SIDE } from '~/domain/artwork'
import { findArtwork, removeArtwork, uploadArtwork } from '~/domain/artwork.server'
import { openNextVersion, startProgramme } from '~/domain/design-draft.server'
import { findDesign } from '~/domain/design-page.server'
import type { Actor, PersonActor } from '~/domain/policy'
import { proposeProgramme, publishProgramme } from '~/domain/programme.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { isStored, receive } from '~/lib/storage.server'
import { designArtwork as says } from '~/messages/en/design-artwork'
import { seedProgrammes, type SeededProgrammes } from '../../prisma/programmes'
import { makeInstitution, member, publishedLifecomp } from '../facts'
import { broughtArtwork, photo, plainDrawing } from '../hostile-artwork'

const brought = await broughtArtwork()
let omar: PersonActor
let rosa: PersonActor
let ana: PersonActor
let seeded: SeededProgrammes

beforeAll(async () => {
  await makeInstitution()
  const framework = await publishedLifecomp()
  omar = await member('omar')
  rosa = await member('rosa')
  ana = await member('ana')
  seeded = await seedProgrammes(omar, rosa, framework.id)
})

const draft = () => startProgramme(omar, { title: 'Peer Mentoring', level: 'foundation', achievementType: 'Badge' })
const digestOf = async (id: string) => (await db.programme.findUniqueOrThrow({ where: { id } })).artworkDigest
const shownBy = async (id: string) => (await findDesign(omar, id)).shown.artwork
const waiting = () => (existsSync(join(settings().dataDir, 'arriving')) ? readdirSync(join(settings().dataDir, 'arriving')) : [])
const asked = (who: Actor | null) => () => Promise.resolve(who)

async function bring(id: string, bytes: Buffer, shown?: string) {
  const arrived = await receive(Readable.from([bytes]), 50_000_000, new Refusal('too large'))
  try {
    await uploadArtwork(omar, id, shown ?? (await shownBy(id)), arrived)
  } finally {
    await arrived.discard()
  }
  return found(await digestOf(id))
}

async function kept(digest: string) {
  return buffer(found(await findArtwork(digest, asked(omar))).stream())
}

test('thirty and more are in the table', () => {
  expect(brought.length).toBeGreaterThanOrEqual(30)
  expect(new Set(brought.map(({ what }) => what)).size).toBe(brought.length)
})

test.each(brought.map(each => [each.what, each] as const))('%s is refused and told why, or kept as its pixels', async (_, { bytes, becomes }) => {
  const id = await draft()
  if ('refused' in becomes) {
    await expect(bring(id, bytes)).rejects.toMatchObject({ field: 'file', message: says.refused[becomes.refused] })
    expect(await digestOf(id)).toBeNull()
  } else {
    const png = await kept(await bring(id, bytes))
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png', width: ARTWORK_SIDE, height: ARTWORK_SIDE, hasAlpha: true, depth: 'uchar', space: 'srgb',
    })
    expect([...chunksOf(png)].filter(type => !['IHDR', 'pHYs', 'IDAT', 'IEND'].includes(type))).toEqual([])
    if (becomes.without) expect(png.includes(becomes.without)).toBe(false)
  }
  expect(waiting()).toEqual([])
})

test('what is not square stands in the middle, and around it nothing', async () => {
  const { data, info } = await sharp(await kept(await bring(await draft(), await photo(600, 300).png().toBuffer())))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const alphaAt = (x: number, y: number) => data[(y * info.width + x) * 4 + 3]
  expect([alphaAt(256, 256), alphaAt(0, 256), alphaAt(256, 10), alphaAt(256, 500)]).toEqual([255, 255, 0, 0])
})

test('rule 6: two clicks on one form keep one picture, and a page that shows an older one changes nothing', async () => {
  const id = await draft()
  const shown = await shownBy(id)
  const [one, other] = await Promise.all([bring(id, plainDrawing, shown), bring(id, plainDrawing, shown)])
  expect(one).toBe(other)
  await expect(bring(id, await photo(300, 300).png().toBuffer(), shown)).rejects.toThrow('Somebody changed this')
  await expect(removeArtwork(rosa, id, shown)).rejects.toThrow('Somebody changed this')
  expect(await digestOf(id)).toBe(one)
})

test('a picture that is replaced or taken away is forgotten, and the drawn one is back', async () => {
  const id = await draft()
  const first = await bring(id, await photo(300, 310).png().toBuffer())
  const second = await bring(id, await photo(300, 320).png().toBuffer())
  await runDueJobs()
  expect([await isStored(omar.institutionId, first), await isStored(omar.institutionId, second)]).toEqual([false, true])
  await removeArtwork(omar, id, await shownBy(id))
  await runDueJobs()
  expect([await digestOf(id), await isStored(omar.institutionId, second)]).toEqual([null, false])
  expect(await findArtwork(second, asked(omar))).toBeNull()
})

test('a draft’s picture is there for those who build programmes, and for nobody else', async () => {
  const digest = await bring(await draft(), await photo(300, 330).png().toBuffer())
  expect(await findArtwork(digest, asked(rosa))).toMatchObject({ isPublic: false })
  expect(await findArtwork(digest, asked(ana))).toBeNull()
  expect(await findArtwork(digest, asked(null))).toBeNull()
})

test('nobody else changes it', async () => {
  const id = await draft()
  const arrived = await receive(Readable.from([plainDrawing]), 1_000, new Refusal('too large'))
  await expect(uploadArtwork(ana, id, await shownBy(id), arrived)).rejects.toThrow(NotFound)
  await expect(removeArtwork(ana, id, await shownBy(id))).rejects.toThrow(NotFound)
  await arrived.discard()
})

test('a published version keeps its picture for ever, whatever the next one does', async () => {
  const next = await openNextVersion(omar, seeded.leadershipId)
  const first = await bring(next, await photo(400, 400).png().toBuffer())
  await proposeProgramme(omar, next)
  await expect(bring(next, plainDrawing)).rejects.toThrow('This programme has moved on')
  await publishProgramme(rosa, next)
  await expect(removeArtwork(omar, next, await shownBy(next))).rejects.toThrow('This programme has moved on')

  const third = await openNextVersion(omar, next)
  expect(await digestOf(third)).toBe(first)
  const second = await bring(third, await photo(400, 200).png().toBuffer())
  await proposeProgramme(omar, third)
  await publishProgramme(rosa, third)
  await runDueJobs()
  expect(await digestOf(next)).toBe(first)
  for (const digest of [first, second]) expect(await findArtwork(digest, asked(null))).toMatchObject({ isPublic: true })
})

/** What a PNG is made of: critical chunks and perhaps its density, but no words, no place, no time. */
function chunksOf(png: Buffer) {
  const types = new Set<string>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) types.add(png.toString('latin1', at + 4, at + 8))
  return types
}
