import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import { squared } from '~/lib/picture.server'
import { Refusal } from '~/lib/refusal'
import { receive, type Arrived } from '~/lib/storage.server'
import { designArtwork as says, type NoArtwork } from '~/messages/en/design-artwork'
import { ARTWORK_SIDE, MAXIMUM_ARTWORK_PIXELS, MAXIMUM_DRAWING_BYTES, SMALLEST_ARTWORK } from './artwork'
import { isDrawing, refusedDrawing } from './artwork-drawing.server'

/** A square PNG of what somebody uploaded, as its pixels alone; a refusal says at the field why there is none. */
export async function cleanedArtwork(file: Arrived): Promise<Arrived> {
  if (file.bytes === 0) throw no('nothing')
  const kind = await kindOf(file)
  const outcome = await squared({
    path: file.path,
    isDrawing: kind === 'drawing',
    side: ARTWORK_SIDE,
    smallest: SMALLEST_ARTWORK,
    mostPixels: MAXIMUM_ARTWORK_PIXELS,
  })
  if ('refused' in outcome) throw no(outcome.refused)
  return receive(Readable.from([outcome.png]), outcome.png.length, no('unreadable'))
}

const pictures = ['image/png', 'image/jpeg', 'image/webp']
/** Of an SVG nothing is said by its first bytes, or no more than that it is XML. */
const maybeDrawings = [undefined, 'application/xml', 'image/svg+xml']

/** Told by its content; its name says nothing. */
async function kindOf({ path, bytes }: Arrived): Promise<'picture' | 'drawing'> {
  const type = (await fileTypeFromFile(path))?.mime
  if (type === 'image/apng') throw no('moving')
  if (type !== undefined && pictures.includes(type)) return 'picture'
  if (!maybeDrawings.includes(type)) throw no('kind')
  const text = await textOf(path)
  if (text === null || !isDrawing(text)) throw no('kind')
  if (bytes > MAXIMUM_DRAWING_BYTES) throw no('longDrawing')
  const refused = refusedDrawing(text)
  if (refused) throw no(refused)
  return 'drawing'
}

async function textOf(path: string) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const no = (why: NoArtwork) => new Refusal(says.refused[why], 'file')
