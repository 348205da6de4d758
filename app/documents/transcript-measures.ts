/** A4 upright, in points: what stands where on every page of a transcript. */
export const TRANSCRIPT = {
  page: { width: 595.28, height: 841.89 },
  x: 46,
  width: 503.28,
  /** Below it only the foot. */
  bottom: 792,
  foot: 818,
}

/** The narrow column of years, and the wide one of words. */
export const YEAR = { x: TRANSCRIPT.x, width: 44 }
export const WORK = { x: TRANSCRIPT.x + YEAR.width, width: TRANSCRIPT.width - YEAR.width }
