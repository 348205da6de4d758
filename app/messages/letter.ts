/** What a letter says, before it is set as text and as a page. */
export interface Letter {
  /** Without anything that somebody typed: it stands in lists that others read along. */
  subject: string
  greeting: string
  paragraphs: string[]
  /** Somebody's own words, and whose they are. */
  quote?: { words: string; by: string }
  facts?: { label: string; value: string }[]
  /** Six digits to type by hand. */
  code?: string
  action?: LetterLink
  after?: string[]
  /** In small type at the end: why this came, what we keep, how to stop it. */
  note?: string[]
  stop?: LetterLink
}

export interface LetterLink {
  words: string
  url: string
}
