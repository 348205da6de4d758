import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { addFile, findFile } from '~/domain/evidence-file.server'
import { withoutTraces } from '~/domain/evidence-photo.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newFormKey } from '~/lib/form-key.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { heicSample } from '../heic-sample'
import { draftedActivity, openScene, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const described = { name: '', description: '', showsPeople: false }

/** What of a photo is kept: its row and its picture. */
async function kept(name: string, bytes: Buffer) {
  const { student, ...shown } = await draftedActivity(scene)
  const arrived = await receive(Readable.from([bytes]), 10_000_000, new Refusal('too large'))
  await addFile(student, shown, described, { ...arrived, name })
  const row = await db.evidence.findFirstOrThrow({ where: { activityId: shown.id }, include: { file: true } })
  const stored = await buffer(found(await findFile(student, shown.id, row.id)).stream())
  return { row, stored, picture: await sharp(stored).metadata() }
}

/** Lying on its side, as cameras keep it, with who took it and where. */
const fromCamera = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'green' } })
    .withExif({ IFD0: { Copyright: 'Ana Duarte' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } })
    .withMetadata({ orientation: 6 })

test.each(['jpeg', 'png', 'webp'] as const)('a photo comes out upright and without what the camera wrote into it: %s', async format => {
  const photo = await fromCamera().toFormat(format).toBuffer()
  expect((await sharp(photo).metadata()).exif?.includes('Ana Duarte')).toBe(true)
  const { row, stored, picture } = await kept(`cold-store.${format}`, photo)
  expect([picture.format, picture.width, picture.height, picture.exif, picture.orientation ?? 1]).toEqual([format, 20, 40, undefined, 1])
  expect(stored.includes('Ana Duarte')).toBe(false)
  expect(row.file?.originalDigest).not.toBe(row.fileDigest)
})

test('a photo as phones take them becomes a JPEG that everybody can open, upright and without its place', async () => {
  expect(heicSample.includes('Northbridge')).toBe(true)
  const { row, stored, picture } = await kept('IMG_0042.HEIC', heicSample)
  expect(row).toMatchObject({ name: 'IMG_0042.jpg', fileName: 'IMG_0042.jpg', file: { mediaType: 'image/jpeg', bytes: stored.length } })
  expect([picture.format, picture.width, picture.height, picture.exif, picture.icc, picture.xmp]).toEqual(['jpeg', 64, 96, undefined, undefined, undefined])
  expect(stored.includes('Northbridge')).toBe(false)
  const corner = async (top: number) => sharp(stored).extract({ left: 8, top, width: 1, height: 1 }).raw().toBuffer()
  const [red] = await corner(8)
  const [, green = 0] = await corner(88)
  expect(red).toBeGreaterThan(150)
  expect(green).toBeGreaterThan(90)
})

test('rule 6: four clicks with one photo keep it once, and nothing of the others is left on the disk', async () => {
  const { student, ...shown } = await draftedActivity(scene)
  const key = newFormKey()
  const click = async () => {
    const arrived = await receive(Readable.from([heicSample]), 10_000_000, new Refusal('too large'))
    await addFile(student, shown, described, { ...arrived, name: 'IMG_0043.HEIC' }, key)
  }
  await Promise.all([click(), click(), click(), click()])
  expect(await db.evidence.count({ where: { activityId: shown.id } })).toBe(1)
  expect(readdirSync(join(settings().dataDir, 'arriving'))).toEqual([])
})

test('of more photos than can be turned soon the last are told to come again in a minute, and then are taken', async () => {
  const arrived = () => receive(Readable.from([heicSample]), 10_000_000, new Refusal('too large'))
  const photos = await Promise.all(Array.from({ length: 15 }, arrived))
  const turned = await Promise.allSettled(photos.map(photo => withoutTraces(photo, 'image/heic')))
  const refused = turned.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused.map(String)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('Try again in a minute')))
  expect(refused.every(reason => reason instanceof Refusal)).toBe(true)
  const again = await withoutTraces(await arrived(), 'image/heic')
  expect(again.mediaType).toBe('image/jpeg')
  const cleaned = turned.flatMap(each => (each.status === 'fulfilled' ? [each.value.arrived] : []))
  for (const photo of [...photos, ...cleaned, again.arrived]) await photo.discard()
})

test('a moving picture still moves, without what else was hidden in it', async () => {
  const frame = (background: string) => sharp({ create: { width: 8, height: 8, channels: 3, background } }).png().toBuffer()
  const frames = await sharp(await Promise.all(['red', 'blue'].map(frame)), { join: { animated: true } }).gif().toBuffer()
  const { picture, stored } = await kept('wave.gif', Buffer.concat([frames, Buffer.from('<script>alert(1)</script>')]))
  expect([picture.format, picture.pages]).toEqual(['gif', 2])
  expect(stored.includes('script')).toBe(false)
})

test('a photo with more pixels than any camera takes is refused before any is unpacked', async () => {
  const huge = Buffer.from(heicSample)
  const size = huge.indexOf('ispe') + 8
  huge.writeUInt32BE(20_000, size)
  huge.writeUInt32BE(20_000, size + 4)
  await expect(kept('huge.heic', huge)).rejects.toThrow('cannot read this picture')
})
