import { drawEmblem, EMBLEM_SIZE, painted, type EmblemSource } from '~/domain/emblem'
import { uncoveredCharacters } from './characters'
import { lettering } from './lettering'

export interface PicturedEmblem {
  emblem: EmblemSource
  language: string
  /** A square PNG that stands in the place of the drawing. */
  artwork?: Uint8Array
}

/** Of its longer direction, in pixels, where nobody asks for another. */
const SIDE = 640

/** A programme's emblem as a file of its own, which needs no font and fetches nothing. */
export function emblemPicture(facts: PicturedEmblem): string {
  const size = `width="${SIDE}" height="${SIDE}" viewBox="0 0 ${EMBLEM_SIZE} ${EMBLEM_SIZE}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${emblemMarkup(facts)}</svg>\n`
}

/** On a square of EMBLEM_SIZE, to stand inside an SVG. */
export function emblemMarkup({ emblem, language, artwork }: PicturedEmblem): string {
  if (artwork) {
    const address = `data:image/png;base64,${Buffer.from(artwork).toString('base64')}`
    return `<image width="${EMBLEM_SIZE}" height="${EMBLEM_SIZE}" href="${address}"/>`
  }
  const { ink, shapes, inscriptions } = drawEmblem(emblem)
  const drawable = inscriptions.filter(({ text }) => uncoveredCharacters(text, language).length === 0)
  return painted([...shapes, ...drawable.map(inscription => lettering(inscription, ink, language))])
}
