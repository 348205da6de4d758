import { addDays, type Day } from './day'

const A_DAY = 8 * 60
const MOST_A_DAY = 24 * 60
const MOST_DAYS = 100

/**
 * So many minutes in all as lines of a draft, evenly from the first day to the last: a list tells a sum, and the
 * student corrects the days. Adds up to the minute.
 */
export function spread(minutes: number, from: Day, to: Day): { day: Day; minutes: number; note: string }[] {
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const wanted = Math.min(Math.ceil(minutes / A_DAY), MOST_DAYS)
  const count = Math.max(1, Math.min(span, Math.max(wanted, Math.ceil(minutes / MOST_A_DAY))))
  const each = Math.floor(minutes / count)
  return Array.from({ length: count }, (_, at) => ({
    day: addDays(from, count === 1 ? span - 1 : Math.floor((at * (span - 1)) / (count - 1))),
    minutes: each + (at < minutes - each * count ? 1 : 0),
    note: '',
  }))
}
