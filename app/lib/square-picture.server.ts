import { readFile } from 'node:fs/promises'
import sharp, { type Metadata } from 'sharp'

export interface PictureAsked {
  path: string
  /** An SVG, which has no pixels before somebody says how many. */
  isDrawing: boolean
  /** Of the square, in pixels. */
  side: number
  /** What the longer side must have, unless it is drawn. */
  smallest: number
  mostPixels: number
}

export type NoPicture = 'unreadable' | 'tooLarge' | 'tooSmall' | 'moving' | 'empty'

export type Squared = { png: Uint8Array } | { refused: NoPicture }

const clear = { r: 0, g: 0, b: 0, alpha: 0 }

/** Upright in the middle of a transparent square, as its pixels alone: nothing else that was in the file comes along. */
export async function squarePicture(asked: PictureAsked): Promise<Squared> {
  // Bytes have no address, so nothing in a drawing leads anywhere from here.
  const bytes = await readFile(asked.path)
  const seen = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => null)
  if (!seen) return { refused: 'unreadable' }
  const density = asked.isDrawing ? densityFor(seen, asked.side) : undefined
  const refused = refusalOf(seen, asked, density)
  if (refused) return { refused }
  const source = sharp(bytes, { limitInputPixels: asked.mostPixels, failOn: 'error', ...(density && { density }) })
  const square = source.autoOrient().ensureAlpha().resize(asked.side, asked.side, { fit: 'contain', background: clear })
  const png = await square.toColourspace('srgb').png({ compressionLevel: 9 }).toBuffer().catch(() => null)
  if (!png) return { refused: 'unreadable' }
  return (await isEmpty(png)) ? { refused: 'empty' } : { png }
}

/** By what the file says of itself, before any of it is unpacked. */
function refusalOf({ width, height, pages = 1 }: Metadata, asked: PictureAsked, density = POINTS): NoPicture | null {
  const scale = density / POINTS
  if (pages > 1) return 'moving'
  if (width * height * scale * scale > asked.mostPixels) return 'tooLarge'
  return !asked.isDrawing && Math.max(width, height) < asked.smallest ? 'tooSmall' : null
}

/** At so many a drawing has the size it says. */
const POINTS = 72

/** So that it is drawn about as large as it will be, however large or small it says it is. */
function densityFor({ width, height }: Metadata, side: number) {
  return Math.min(100_000, Math.max(1, (POINTS * side) / Math.max(width, height, 1)))
}

async function isEmpty(png: Uint8Array) {
  const { channels } = await sharp(png).stats()
  return channels[3]?.max === 0
}
