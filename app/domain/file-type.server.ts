import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { receive, type Arrived } from '~/lib/storage.server'
import { Refusal } from '~/lib/refusal'
import { acceptedTypes, isPhoto, MAXIMUM_FILE_BYTES, MAXIMUM_PIXELS } from './evidence'

/** What a file is, by its content. Its name must agree, or somebody is mistaken or lying. */
export async function typeOf(file: { path: string; name: string }): Promise<string> {
  const ending = extname(file.name).slice(1).toLowerCase()
  const detected = (await fileTypeFromFile(file.path))?.mime ?? ((await isText(file.path)) ? 'text/plain' : null)
  const mediaType = detected === 'application/zip' ? null : detected
  if (!mediaType || !(mediaType in acceptedTypes)) {
    throw new Refusal('We cannot take this kind of file. Take a PDF, a photo, a text or an office document.', 'file')
  }
  if (!acceptedTypes[mediaType]?.includes(ending)) {
    throw new Refusal(`The file is called .${ending || '?'} but holds something else. Save it again under its own type.`, 'file')
  }
  return mediaType
}

async function isText(path: string) {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start.includes(0)) return false
    return isUtf8(start)
  } finally {
    await file.close()
  }
}

/** The start may end in the middle of a character: as a stream, that is no fault. */
function isUtf8(start: Uint8Array) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Photos come out upright, without metadata and never larger than they must be; other files as they are. */
export async function withoutTraces(arrived: Arrived, mediaType: string): Promise<Arrived> {
  if (!isPhoto(mediaType)) return arrived
  const image = sharp(arrived.path, { limitInputPixels: MAXIMUM_PIXELS, failOn: 'error', sequentialRead: true })
  const cannotRead = new Refusal('We cannot read this picture. It may be damaged, or far larger than a photo.', 'file')
  const { width, height } = await image.metadata().catch(() => Promise.reject(cannotRead))
  if (width * height > MAXIMUM_PIXELS) throw cannotRead
  const upright = image.rotate()
  const cleaned = await receive(upright, 2 * MAXIMUM_FILE_BYTES, cannotRead).catch((error: unknown) => {
    throw error instanceof Refusal ? error : cannotRead
  })
  await arrived.discard()
  return cleaned
}
