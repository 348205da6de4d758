import { ar } from './ar/papers'
import { de } from './de/papers'
import { papers as en, type PaperMessages } from './en/papers'
import { es } from './es/papers'
import { formatIn, type Format } from './format'
import { fr } from './fr/papers'
import { paperLanguageOf, type PaperLanguage } from './paper-languages'

const languages: Record<PaperLanguage, PaperMessages> = { en, de, fr, es, ar }

export type PaperWords = { messages: PaperMessages; format: Format }

/** All that papers say of themselves, with figures and days as they are written in that language. */
export function paperWordsIn(language: string, timeZone: string, now: Date): PaperWords {
  const messages = languages[paperLanguageOf(language)]
  return { messages, format: formatIn(messages, timeZone, now) }
}

/** A kind of activity, which was signed in one language, in another; as it was written where it is none of ours. */
export function genreIn(genre: string, { issuing: { category: said } }: PaperMessages): string {
  const known = Object.values(languages).flatMap(({ issuing: { category } }) => Object.entries(category))
  const [key] = known.find(([, word]) => word === genre) ?? []
  const [, word] = Object.entries(said).find(([each]) => each === key) ?? []
  return word ?? genre
}
