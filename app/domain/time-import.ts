import type { Day } from './day'

/** First and last day between which entries are looked for, and where the days are. */
export interface Span {
  from: Day
  to: Day
  timeZone: string
}

export interface BroughtEntry {
  day: Day
  minutes: number
  note: string
}

export interface BroughtTimes {
  entries: BroughtEntry[]
  /** Entries on other days, and entries that tell no hours. */
  outside: number
  untimed: number
}

/** An entry as a form carries it. */
export const entryText = ({ day, minutes, note }: BroughtEntry) => `${day} ${minutes} ${note}`

export function entryFrom(text: string): BroughtEntry | null {
  const [, day = '', minutes = '', note = ''] = /^(\d{4}-\d\d-\d\d) (\d{1,4}) (.*)$/s.exec(text) ?? []
  return day ? { day, minutes: Number(minutes), note } : null
}
