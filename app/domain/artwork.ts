/** Of the square it is kept as, in pixels: enough for paper, and for the largest place on a screen of twice the density. */
export const ARTWORK_SIDE = 512

/** What has fewer in its longer direction looks blurred on a certificate. */
export const SMALLEST_ARTWORK = 256

export const MAXIMUM_ARTWORK_BYTES = 5_000_000
export const MAXIMUM_ARTWORK_PIXELS = 50_000_000
/** Of an SVG, which says more with less. */
export const MAXIMUM_DRAWING_BYTES = 1_000_000

export const artworkAccept = '.png,.jpg,.jpeg,.webp,.svg'

/** One address, one picture, for ever: credentials name it. */
export const artworkPath = (digest: string) => `/artwork/${digest}.png`
