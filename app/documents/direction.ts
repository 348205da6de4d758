/** Whether lines of a language (BCP 47), and so its pages, begin at the right. */
export function beginsAtRight(language: string): boolean {
  return SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '')
}

/** ISO 15924. */
const SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo'])
