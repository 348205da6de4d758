import { drawEmblem, EMBLEM_SIZE, type EmblemSource } from '~/domain/emblem'
import { Recent } from '~/lib/recent'
import { lettering } from './lettering'
import { makeStamp, type Stamp } from './stamp'

export { EMBLEM_SIZE }

/** The emblem with its words. The last few are kept, since awards come in batches of one programme. */
export function emblemStamp(source: EmblemSource, language: string): Stamp {
  return kept.get(JSON.stringify([source, language]), () => draw(source, language))
}

/** A few dozen. */
const kept = new Recent<Stamp>(5_000)

function draw(source: EmblemSource, language: string): Stamp {
  const { ink, shapes, inscriptions } = drawEmblem(source)
  const letters = inscriptions.map(inscription => lettering(inscription, ink, language))
  return makeStamp([...shapes, ...letters], [0, 0, EMBLEM_SIZE, EMBLEM_SIZE])
}
