import { deflateSync } from 'node:zlib'
import type { Shape } from '~/domain/emblem'
import { painting } from './operators'

/** A drawing that stands in a document once, however often it is pressed onto its pages. */
export interface Stamp {
  /** Left, top, right, bottom. */
  box: [number, number, number, number]
  operators: Buffer
}

export function makeStamp(shapes: Shape[], box: Stamp['box']): Stamp {
  return { box, operators: deflateSync(painting(shapes)) }
}
