import sharp from 'sharp'
import type { CardFacts } from './credential-card'
import type { PicturedEmblem } from './emblem-picture'
import { printer } from './printer.server'

/** Asked for only when there is something to draw; null where the emblem is drawn itself. */
type FindArtwork = () => Promise<Uint8Array | null>

export interface DrawnEmblem {
  svg: string
  png: Uint8Array
}

const emblems = new Map<string, Promise<DrawnEmblem>>()
const cards = new Map<string, Promise<Uint8Array>>()

/** A programme's emblem as a file, with nothing baked in yet. Those asked for last are kept. */
export function drawnEmblem(facts: PicturedEmblem, findArtwork: FindArtwork): Promise<DrawnEmblem> {
  return kept(emblems, JSON.stringify(facts), async () => {
    const artwork = await findArtwork()
    const svg = await (await printer()).drawPicture({ pictured: { ...facts, ...(artwork && { artwork }) } })
    return { svg, png: artwork ?? (await painted(svg, true)) }
  })
}

/** A card as a PNG. Those asked for last are kept. */
export function drawnCard(facts: CardFacts, findArtwork: FindArtwork): Promise<Uint8Array> {
  return kept(cards, JSON.stringify({ ...facts, digest: [...facts.digest] }), async () => {
    const artwork = await findArtwork()
    const svg = await (await printer()).drawPicture({ card: { ...facts, ...(artwork && { artwork }) } })
    return painted(svg, artwork === null)
  })
}

/** What is drawn has few colours: a palette of them halves the file, and nobody sees it. */
async function painted(svg: string, isDrawn: boolean): Promise<Uint8Array> {
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: isDrawn, compressionLevel: 9 }).toBuffer())
}

const AT_MOST = 40

/** Who asks while it is being drawn waits for the same drawing; one that failed is tried again. */
function kept<T>(drawn: Map<string, Promise<T>>, key: string, draw: () => Promise<T>): Promise<T> {
  const known = drawn.get(key)
  if (known) return known
  if (drawn.size >= AT_MOST) drawn.clear()
  const drawing = draw()
  drawn.set(key, drawing)
  drawing.catch(() => drawn.delete(key))
  return drawing
}
