import type { Day } from './day'

/** ISO 8601: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Every such weekday from the first day to the last, both counted; the latest first. */
export function regularDays({ from, to, weekday }: { from: Day; to: Day; weekday: number }): Day[] {
  const days: Day[] = []
  const start = Date.parse(`${from}T00:00:00Z`)
  const ahead = (weekday - new Date(start).getUTCDay() + 7) % 7
  for (let at = start + ahead * DAY; at <= Date.parse(`${to}T00:00:00Z`); at += 7 * DAY) {
    days.unshift(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

const DAY = 86_400_000
