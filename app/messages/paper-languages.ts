/** Those that certificates and transcripts speak. */
export const paperLanguages = ['en', 'de', 'fr', 'es', 'ar'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

/** As each calls itself. */
export const languageNames: Record<PaperLanguage, string> = {
  en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ar: 'العربية',
}

/** English where papers don't speak it. */
export function paperLanguageOf(language: string): PaperLanguage {
  return paperLanguages.find(each => each === language) ?? 'en'
}
