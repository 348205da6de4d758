export interface QuietHours {
  timeZone: string
  /** Minutes of the day; null where mail may leave at any time. */
  quietFrom: number | null
  quietUntil: number | null
}

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** When mail of our own accord may leave: at once, or when the quiet hours are over where the institution is. */
export function afterQuietHours(moment: Date, { timeZone, quietFrom, quietUntil }: QuietHours): Date {
  if (quietFrom === null || quietUntil === null) return moment
  const at = minuteOfDay(moment, timeZone)
  const isQuiet = quietFrom <= quietUntil ? at >= quietFrom && at < quietUntil : at >= quietFrom || at < quietUntil
  if (!isQuiet) return moment
  const end = new Date(moment.getTime() + ((quietUntil - at + DAY_MINUTES) % DAY_MINUTES) * MINUTE)
  // The clocks may have changed in between.
  const off = ((minuteOfDay(end, timeZone) - quietUntil + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2
  return new Date(end.getTime() - off * MINUTE)
}

function minuteOfDay(moment: Date, timeZone: string): number {
  const form = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [hours = 0, minutes = 0] = form.format(moment).split(':').map(Number)
  return hours * 60 + minutes
}
