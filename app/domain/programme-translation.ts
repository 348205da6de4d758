/** The fields of text that a programme can say in other languages too. */
export const translatedFields = ['title', 'description', 'criteria', 'prerequisites', 'leadsTo'] as const
export type TranslatedField = (typeof translatedFields)[number]
export type Translation = Record<TranslatedField, string>

/** By language, as BCP 47 has it without a region. */
export type Translations = Record<string, Translation>

/** What can be chosen. Everybody reads the name of their language in that language. */
export const languages = [
  'ar', 'bg', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fi', 'fr', 'ga', 'gl', 'hi', 'hr', 'hu', 'is',
  'it', 'ja', 'ko', 'lt', 'lv', 'mk', 'mt', 'nb', 'nl', 'nn', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'tr',
  'uk', 'zh',
] as const

export function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

/** The first language a reader asks for that it is written in; null where that is the institution's own, or none. */
export function translationFor(
  translations: Translations, wanted: readonly string[], own: string,
): { language: string; said: Translation } | null {
  for (const language of wanted) {
    if (language === own) return null
    const said = translations[language]
    if (said) return { language, said }
  }
  return null
}
