/** A calendar day of the institution, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_LENGTH).toISOString().slice(0, 10)
}

const DAY_LENGTH = 86_400_000

/** `2027-03`, or null for what is none. */
export function monthIn(text: string | null): string | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '') ? text : null
}

export function monthAround(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + count, 1)).toISOString().slice(0, 7)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day a moment falls on where the institution is. */
export function dayOf(moment: Date, timeZone: string): Day {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(moment)
}

const HOURS = 3_600_000

/** The first moment of a day where the institution is, also where the clocks skip midnight on it. */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let [before, from] = [midnight - 24 * HOURS, midnight + 24 * HOURS]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayOf(new Date(middle), timeZone) < day) before = middle
    else from = middle
  }
  return new Date(from)
}

const DAY_MINUTES = 1440
const clocks = new Map<string, Intl.DateTimeFormat>()

/** When the clocks show that minute of the day where the institution is; where they skip it, the next they show. */
export function momentOf(day: Day, minute: number, timeZone: string): Date {
  const reckoned = startOfDay(day, timeZone).getTime() + minute * 60_000
  // Half a day either way, since midnight lies between 23:30 and 00:30.
  const off = (minute - minuteOf(reckoned, timeZone) + DAY_MINUTES * 1.5) % DAY_MINUTES - DAY_MINUTES / 2
  return new Date(reckoned + off * 60_000)
}

function minuteOf(moment: number, timeZone: string): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  const [hours = 0, minutes = 0] = clock.format(moment).split(':').map(Number)
  return hours * 60 + minutes
}
