import { daysBetween, type Day } from '~/messages/format'

/** A stretch of calendar from the first of a month to the last day of another, the months in it, and where days lie on it. */
export type Axis = { from: Day; days: number; months: readonly Day[] }

export function axisOf(days: readonly Day[]): Axis {
  const sorted = [...days].sort()
  const from = monthOf(sorted[0] ?? '')
  const last = monthOf(sorted.at(-1) ?? '')
  const months = [from]
  for (let month = from; month < last; month = nextMonth(month)) months.push(nextMonth(month))
  return { from, days: daysBetween(from, nextMonth(last)), months }
}

/** How far along a day begins, in hundredths. */
export const along = (axis: Axis, day: Day) => Math.round((1e4 * daysBetween(axis.from, day)) / axis.days) / 100

/** A line a month, or a quarter or a half-year where months would be too close. */
export function gridOf({ days, months }: Axis): readonly Day[] {
  const step = days > 1500 ? 6 : days > 550 ? 3 : 1
  return months.filter(day => (Number(day.slice(5, 7)) - 1) % step === 0)
}

/** Each calendar year where it begins; the first only where it has room before the next. */
export function yearsOn(axis: Axis): readonly Day[] {
  const starts = axis.months.filter((day, at) => at === 0 || day.endsWith('-01-01'))
  const [first, second] = starts
  return first && second && along(axis, second) - along(axis, first) < 12 ? starts.slice(1) : starts
}

const monthOf = (day: Day) => `${day.slice(0, 7)}-01`

function nextMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`
}
