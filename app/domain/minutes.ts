const clock = /^(\d{1,4}) ?(?::|h|hrs?|hours?) ?(\d{1,2}) ?(?:m|mins?|minutes?)?$/
const hours = /^(\d{0,4}\.?\d{1,4}) ?(?:h|hrs?|hours?)?$/
const minutesOnly = /^(\d{1,6}) ?(?:m|mins?|minutes?)$/

/** Whole minutes from "1 h 30", "1:30", "90 min" or "1.5"; a bare number is hours. Null for anything else. */
export function parseMinutes(text: string): number | null {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(',', '.')
  const byClock = clock.exec(typed)
  if (byClock) return Number(byClock[2]) < 60 ? Number(byClock[1]) * 60 + Number(byClock[2]) : null
  const byHours = hours.exec(typed)
  if (byHours) return Math.round(Number(byHours[1]) * 60)
  const byMinutes = minutesOnly.exec(typed)
  return byMinutes ? Number(byMinutes[1]) : null
}

/** As somebody would type it: 58, or 58:30. */
export function typedMinutes(minutes: number): string {
  const rest = minutes % 60
  const hours = String(Math.floor(minutes / 60))
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`
}
