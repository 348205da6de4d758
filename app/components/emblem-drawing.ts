import { drawEmblem, EMBLEM_SIZE, painted, type EmblemDetail, type EmblemSource } from '~/domain/emblem'
import { glyphs, type GlyphName } from '~/domain/glyph'
import { remembering } from './memory'

/** Rings and a glyph, light enough to stand inside a page. */
export const plainEmblem = (source: EmblemSource) => plain(addressOf(source, 'plain'))

/** The words around the emblem, which are set in the page's own type. */
export const letteringOf = (source: EmblemSource) => lettering(addressOf(source, 'words'))

/** Where the engraving is fetched from: 90 kB of fine lines that a browser need only see once. */
export function addressOf(source: EmblemSource, detail: EmblemDetail): string {
  const { seed, title, issuer, level, glyph = '' } = source
  const language = source.language?.split('-', 1)[0] ?? ''
  return `/emblem.svg?${new URLSearchParams({
    detail,
    seed,
    level: String(level),
    glyph,
    title,
    issuer,
    language,
  })}`
}

/** The file at that address. It depends on nothing but the address, so it may be kept for ever. */
export function emblemFile(query: URLSearchParams): string {
  const detail = query.get('detail') === 'engraved' ? 'engraved' : 'words'
  const { shapes } = drawEmblem(sourceFrom(query), detail)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${EMBLEM_SIZE} ${EMBLEM_SIZE}">${painted(
    shapes,
  )}</svg>`
}

const plain = remembering(address => ({ __html: painted(drawEmblem(sourceAt(address), 'plain').shapes) }))

const lettering = remembering(address => {
  const { ink, inscriptions } = drawEmblem(sourceAt(address), 'words')
  return { ink, inscriptions }
})

const sourceAt = (address: string) => sourceFrom(new URLSearchParams(address.slice(address.indexOf('?'))))

const LONGEST = 300

function sourceFrom(query: URLSearchParams): EmblemSource {
  const text = (name: string) => (query.get(name) ?? '').slice(0, LONGEST)
  const [glyph, language] = [text('glyph'), text('language')]
  return {
    seed: text('seed'),
    title: text('title'),
    issuer: text('issuer'),
    level: Math.min(3, Math.max(1, Math.round(Number(text('level'))) || 1)),
    ...(isGlyph(glyph) && { glyph }),
    ...(isLanguage(language) && { language }),
  }
}

const isGlyph = (name: string): name is GlyphName => Object.hasOwn(glyphs, name)

/** An address can say anything; `toLocaleUpperCase` throws at what is no language. */
const isLanguage = (tag: string) => /^[a-z]{2,3}$/.test(tag)
