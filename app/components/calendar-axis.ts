import { daysBetween, type Day } from '~/messages/format'

/** A stretch of calendar from the first of a month to the last day of another, and where days lie on it. */
export type Axis = { from: Day; days: number }

export function axisOf(days: readonly Day[]): Axis {
  const sorted = [...days].sort()
  const from = `${(sorted[0] ?? '').slice(0, 7)}-01`
  return { from, days: daysBetween(from, nextMonth(sorted.at(-1) ?? from)) }
}

/** How far along a day begins, in hundredths. */
export const along = (axis: Axis, day: Day) =>
  Math.round((1e4 * daysBetween(axis.from, day)) / axis.days) / 100

/** A line a month, or a quarter or a half-year where months would be too close. */
export function gridOf(axis: Axis): Day[] {
  const step = axis.days > 1500 ? 6 : axis.days > 550 ? 3 : 1
  return monthsOn(axis).filter(day => (Number(day.slice(5, 7)) - 1) % step === 0)
}

/** Each calendar year where it begins; the first only where it has room before the next. */
export function yearsOn(axis: Axis): Day[] {
  const starts = monthsOn(axis).filter((day, at) => at === 0 || day.endsWith('-01-01'))
  const [first, second] = starts
  return first && second && along(axis, second) - along(axis, first) < 12 ? starts.slice(1) : starts
}

function monthsOn(axis: Axis): Day[] {
  const months: Day[] = []
  for (let month = axis.from; daysBetween(axis.from, month) < axis.days; month = nextMonth(month))
    months.push(month)
  return months
}

function nextMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
