import sharp from 'sharp'
import { keptCrest } from '~/domain/crest.server'
import type { Crest } from './house-look'

/** The one in use: papers come in hundreds, and all bear the same. */
let last: { digest: string; crest: Promise<Crest> } | null = null

/** For paper, which is white and shows nothing through; without the empty edges of the square it is kept in. */
export function printableCrest(digest: string): Promise<Crest> {
  if (last?.digest === digest) return last.crest
  const crest = flattened(digest)
  last = { digest, crest }
  crest.catch(() => (last = null))
  return crest
}

async function flattened(digest: string): Promise<Crest> {
  const trimmed = await sharp(await keptCrest(digest)).trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 1 }).toBuffer()
  const { data, info } = await sharp(trimmed).flatten({ background: 'white' }).extend({ top: 1, bottom: 1, left: 1, right: 1, background: 'white' }).png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true })
  return { digest, png: new Uint8Array(data), width: info.width, height: info.height }
}
