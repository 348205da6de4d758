import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Crest } from '~/documents/house-look'
import { northbridgeCrest } from '../../prisma/crest'

/** The demo university's, as a paper gets it. */
export const crest: Crest = await drawn()

async function drawn(): Promise<Crest> {
  const { data, info } = await sharp(Buffer.from(northbridgeCrest())).flatten({ background: 'white' }).png().toBuffer({ resolveWithObject: true })
  return { digest: createHash('sha256').update(data).digest('base64url'), png: new Uint8Array(data), width: info.width, height: info.height }
}
