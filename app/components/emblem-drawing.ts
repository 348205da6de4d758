import { drawEmblem, EMBLEM_SIZE, type EmblemSource, type Inscription, type Shape } from '~/domain/emblem'
import { glyphs, type GlyphName } from '~/domain/glyph'

type Lettering = { ink: string; inscriptions: Inscription[] }

const AT_MOST = 500
const plain = new Map<string, string>()
const letterings = new Map<string, Lettering>()

/** Rings and a glyph, light enough to stand inside a page. */
export const plainEmblem = (source: EmblemSource): string =>
  kept(plain, addressOf(source, 'plain'), () => painted(drawEmblem(source, 'plain').shapes))

/** The words around the emblem, which are set in the page's own type. */
export const letteringOf = (source: EmblemSource): Lettering =>
  kept(letterings, addressOf(source, 'words'), () => {
    const { ink, inscriptions } = drawEmblem(source, 'words')
    return { ink, inscriptions }
  })

type Engraved = 'words' | 'engraved'

/** Where the engraving is fetched from: 90 kB of fine lines that a browser need only see once. */
export function addressOf(source: EmblemSource, detail: Engraved | 'plain'): string {
  const { seed, title, issuer, level, glyph = '', language = '' } = source
  const query = new URLSearchParams({ detail, seed, level: String(level), glyph, title, issuer, language })
  return `/emblem.svg?${query}`
}

/** The file at that address. It depends on nothing but the address, so it may be kept for ever. */
export function emblemFile(query: URLSearchParams): string {
  const text = (name: string) => (query.get(name) ?? '').slice(0, 200)
  const glyph = text('glyph')
  const source = {
    seed: text('seed'),
    title: text('title'),
    issuer: text('issuer'),
    level: Math.min(3, Math.max(1, Number(text('level')) || 1)),
    ...(isGlyph(glyph) && { glyph }),
  }
  const { shapes } = drawEmblem(source, text('detail') === 'engraved' ? 'engraved' : 'words')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${EMBLEM_SIZE} ${EMBLEM_SIZE}">${painted(shapes)}</svg>`
}

const isGlyph = (name: string): name is GlyphName => Object.hasOwn(glyphs, name)

const painted = (shapes: readonly Shape[]) => shapes.map(path).join('')

const path = ({ d, fill = 'none', stroke, width, round }: Shape) =>
  `<path d="${d}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${width}"` : ''}` +
  `${round ? ' stroke-linecap="round" stroke-linejoin="round"' : ''}/>`

function kept<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= AT_MOST) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}
