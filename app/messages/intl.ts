const made = new Map<string, Intls>()

export type Intls = ReturnType<typeof makeIntls>

/** Intl objects take far longer to make than to use, so each language and time zone has one set. */
export function intlIn(locale: string, timeZone: string): Intls {
  const key = `${locale} ${timeZone}`
  const known = made.get(key)
  if (known) return known
  const intls = makeIntls(locale, timeZone)
  made.set(key, intls)
  return intls
}

function makeIntls(locale: string, timeZone: string) {
  const days = (form: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' })
    const inWords = remembering((moment: number) => format(moment))
    return { format: (day: Date) => inWords(day.getTime()) }
  }
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const moments = (form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...form, timeZone })
  const amount = (unit: string, maximumFractionDigits: number, unitDisplay: 'short' | 'long' = 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits })
  const full = { day: 'numeric', month: 'long', year: 'numeric' } as const

  return {
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    region: remembering((code: string) => regions.of(code)),
    bytes: amount('byte', 0, 'long'),
    kilobytes: amount('kilobyte', 0),
    megabytes: amount('megabyte', 1),
    day: days(full),
    shortDay: days({ ...full, month: 'short' }),
    dayNameShort: days({ weekday: 'short' }),
    dayName: days({ weekday: 'long' }),
    dayOfYear: days({ day: 'numeric', month: 'long' }),
    month: days({ month: 'long', year: 'numeric' }),
    shortMonth: days({ month: 'short', year: 'numeric' }),
    monthName: days({ month: 'short' }),
    moment: moments({ ...full, month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    clock: moments({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dayAt: daysIn(timeZone),
  }
}

const QUARTER = 15 * 60 * 1000

/** Clocks differ by whole quarters of an hour, so all moments of one fall on the same day. */
function daysIn(timeZone: string) {
  // Swedish writes a day the way ISO 8601 does.
  const { format } = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const dayOf = remembering((quarter: number) => format(quarter * QUARTER))
  return (moment: Date): string => dayOf(Math.floor(moment.getTime() / QUARTER))
}

const AT_MOST = 10_000

/** Pages tell of the same few days and countries again and again. */
function remembering<From, To>(told: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>()
  return from => {
    const before = known.get(from)
    if (before !== undefined) return before
    if (known.size >= AT_MOST) known.clear()
    const now = told(from)
    known.set(from, now)
    return now
  }
}
