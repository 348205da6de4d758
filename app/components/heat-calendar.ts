import { daysBetween, type Day } from '~/messages/format'

export type TimeOnDay = { day: Day; minutes: number; note?: string }
/** A calendar of whole weeks, Monday first. */
export type Weeks = { monday: Day; count: number }

/** Nothing when there is no day to show. */
export function weeksOf(entries: readonly TimeOnDay[]): Weeks | undefined {
  const days = entries.map(entry => entry.day).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return undefined
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7))
  return { monday, count: Math.floor(daysBetween(monday, last) / 7) + 1 }
}

/** Up to one hour, two, three, and more; 0 is a day without an entry. */
export function heatOf(minutes: number) {
  return minutes <= 0 ? 0 : Math.min(4, Math.ceil(minutes / 60))
}

/** Minutes of each day of the calendar, in order. */
export function minutesByDay(entries: readonly TimeOnDay[], weeks: Weeks): number[] {
  const minutes = new Array<number>(weeks.count * 7).fill(0)
  for (const { day, minutes: more } of entries) {
    const index = daysBetween(weeks.monday, day)
    minutes[index] = (minutes[index] ?? 0) + more
  }
  return minutes
}

/** Where each month's name stands: over the week its first day is in, unless the next or the edge is too near. */
export function monthsOf(weeks: Weeks): { day: Day; week: number }[] {
  const months: { day: Day; week: number }[] = []
  for (let week = 0; week < weeks.count; week++) {
    const day = addDays(weeks.monday, week * 7 + 6)
    if (months.at(-1)?.day.slice(0, 7) !== day.slice(0, 7)) months.push({ day, week })
  }
  const room = Math.max(1, weeks.count / 12)
  return months.filter(({ week }, at) => {
    const next = months[at + 1]
    return next ? next.week - week > 1 : at === 0 || weeks.count - week > room
  })
}

function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10)
}
