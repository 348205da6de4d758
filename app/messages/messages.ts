import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react'
import { en } from './en'
import { formatIn, type Format } from './format'

export type Messages = typeof en
export type Language = keyof typeof languages
export type Words = { messages: Messages; format: Format }

const languages = { en }

/** Anything we have no words for is answered in English. */
export function messagesIn(language: string): Messages {
  return isSpoken(language) ? languages[language] : en
}

const isSpoken = (language: string): language is Language => Object.hasOwn(languages, language)

/** `now` is the server's, so that what it wrote as "since Tuesday" stays so in the browser. */
export function wordsIn(language: string, timeZone: string, now: Date): Words {
  const messages = messagesIn(language)
  return { messages, format: formatIn(messages, timeZone, now) }
}

const Spoken = createContext<Words | null>(null)

type Provided = { language: string; timeZone: string; now: number; children: ReactNode }

export function LanguageProvider({ language, timeZone, now, children }: Provided) {
  const words = useMemo(() => wordsIn(language, timeZone, new Date(now)), [language, timeZone, now])
  return createElement(Spoken.Provider, { value: words }, children)
}

/** English and UTC where no provider is: the error boundary still has words. */
export function useWords(): Words {
  return useContext(Spoken) ?? wordsIn('en', 'UTC', new Date())
}

export const useMessages = () => useWords().messages
