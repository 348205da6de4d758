import { Readable } from 'node:stream'
import sharp from 'sharp'
import { jpegOfHeic } from '~/lib/heic.server'
import { Refusal } from '~/lib/refusal'
import { receive, type Arrived } from '~/lib/storage.server'
import { evidence as words } from '~/messages/en/evidence'
import { isHeic, isPhoto, MAXIMUM_FILE_BYTES, MAXIMUM_PIXELS } from './evidence'

export interface Cleaned {
  arrived: Arrived
  mediaType: string
}

/**
 * Photos come out upright and as their pixels alone: no place, no camera, nothing hidden behind the picture.
 * Other files stay as they are.
 */
export async function withoutTraces(arrived: Arrived, mediaType: string): Promise<Cleaned> {
  if (!isPhoto(mediaType) && !isHeic(mediaType)) return { arrived, mediaType }
  const picture = isHeic(mediaType) ? await turned(arrived) : await redrawn(arrived)
  const cleaned = await receive(picture, 2 * MAXIMUM_FILE_BYTES, cannotRead()).catch((error: unknown) => {
    throw error instanceof Refusal ? error : cannotRead()
  })
  await arrived.discard()
  return { arrived: cleaned, mediaType: isHeic(mediaType) ? 'image/jpeg' : mediaType }
}

async function turned({ path }: Arrived) {
  const jpeg = await jpegOfHeic({ path, mostPixels: MAXIMUM_PIXELS }).catch((error: unknown) => {
    throw error instanceof Refusal ? error : cannotRead()
  })
  return Readable.from([jpeg])
}

/** Pixels are counted by what the file says of itself, before any is unpacked. */
async function redrawn({ path }: Arrived) {
  const image = sharp(path, {
    limitInputPixels: MAXIMUM_PIXELS, failOn: 'error', sequentialRead: true, animated: true,
  })
  const { width, height } = await image.metadata().catch(() => Promise.reject(cannotRead()))
  if (width * height > MAXIMUM_PIXELS) throw cannotRead()
  return image.autoOrient()
}

const cannotRead = () => new Refusal(words.refused.picture, 'file')
