import type { Term } from './sheet-words'

/** What a paper says about one thing on record, in words and formats of its language: for its page and for print. */
export interface RecordSheet {
  language: string
  /** "Activity sheet" */
  kind: string
  title: string
  /** Whose it is. */
  holder: string
  /** What it is, and what it is not. */
  about: string
  institution: { name: string; legalName: string; office: string; country: string }
  number: string
  madeOn: string
  /** Of what is signed inside its file. */
  attachment: string
  parts: SheetPart[]
}

export interface SheetPart {
  title: string
  note?: string
  blocks: SheetBlock[]
}

export type SheetBlock =
  | { words: string }
  | { terms: Term[] }
  | { reached: SheetLevel }
  | { quote: string; by: string; known: string }

export interface SheetLevel {
  name: string
  level: { word: string; position: number; of: number }
  /** The rubric's words for the level. */
  descriptor: string
}

/** Leaves out what has no words. */
export function termsBlock(terms: readonly Term[]): SheetBlock {
  return { terms: terms.filter(({ meaning }) => meaning !== '') }
}

/** Short, for the phone: the last and random part of an id. */
export function sheetNumber(id: string): string {
  return (id.replaceAll('-', '').slice(-16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}
