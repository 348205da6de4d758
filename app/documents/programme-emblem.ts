import { drawEmblem, EMBLEM_SIZE, type EmblemSource } from '~/domain/emblem'
import { lettering } from './lettering'
import { makeStamp, type Stamp } from './stamp'

export { EMBLEM_SIZE }

/** The emblem with its words. The last few are kept, since awards come in batches of one programme. */
export function emblemStamp(source: EmblemSource, language: string): Stamp {
  const key = JSON.stringify([source, language])
  const stamp = kept.get(key) ?? draw(source, language)
  kept.delete(key)
  kept.set(key, stamp)
  const [oldest] = kept.keys()
  if (kept.size > 20 && oldest !== undefined) kept.delete(oldest)
  return stamp
}

const kept = new Map<string, Stamp>()

function draw(source: EmblemSource, language: string): Stamp {
  const { ink, shapes, inscriptions } = drawEmblem(source)
  const letters = inscriptions.map(inscription => lettering(inscription, ink, language))
  return makeStamp([...shapes, ...letters], [0, 0, EMBLEM_SIZE, EMBLEM_SIZE])
}
