/** "112.5 hours", in the words of a language. */
export function hours(minutes: number, language: string): string {
  return formatsFor(language).words.format(minutes / 60)
}

/** "112.5", for a column that says what it counts. */
export function hoursInFigures(minutes: number, language: string): string {
  return formatsFor(language).figures.format(minutes / 60)
}

interface Formats {
  words: Intl.NumberFormat
  figures: Intl.NumberFormat
}

const known = new Map<string, Formats>()

/** Made once a language: a format takes longer to make than a page to set. */
function formatsFor(language: string): Formats {
  const formats = known.get(language) ?? {
    words: new Intl.NumberFormat(language, { ...PRECISION, ...IN_WORDS }),
    figures: new Intl.NumberFormat(language, PRECISION),
  }
  known.set(language, formats)
  return formats
}

const PRECISION = { maximumFractionDigits: 1 }
const IN_WORDS = { style: 'unit', unit: 'hour', unitDisplay: 'long' } as const
