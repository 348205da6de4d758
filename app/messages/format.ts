import { intlIn, type Intls } from './intl'
import type { Messages } from './messages'

/** A moment as the database and the loader give it. */
export type Moment = Date | string | number
/** A day without a time, `YYYY-MM-DD`. */
export type Day = string

export type Format = ReturnType<typeof formatIn>

type Time = Messages['common']['time']
type Spoken = { locale: string; common: { time: Time } }

/** Figures, days and moments as a reader of this language writes them, in the institution's time zone. */
export function formatIn(messages: Spoken, timeZone: string, now: Date) {
  const { time } = messages.common
  const intl = intlIn(messages.locale, timeZone)
  const number = (count: number) => intl.number.format(count)
  const day = (of: Day) => intl.day.format(noon(of))
  const today = intl.dayAt(now)
  const near = nearDays(intl, time, today)

  return {
    number,
    percent: (share: number) => intl.percent.format(share),
    list: (names: string[]) => intl.list.format(names),
    /** Of ISO 3166-1, two letters. */
    country: (code: string) => intl.region(code) ?? code,
    size: (bytes: number) => fileSize(intl, bytes),
    hours: (minutes: number) => hours(time, number, minutes),
    day,
    shortDay: (of: Day) => intl.shortDay.format(noon(of)),
    weekday: (of: Day) => time.weekday(intl.dayName.format(noon(of)), day(of)),
    weekdayName: (of: Day) => intl.dayNameShort.format(noon(of)),
    dayName: (of: Day) => intl.dayName.format(noon(of)),
    monthName: (of: Day) => intl.monthName.format(noon(of)),
    month: (of: Day) => intl.month.format(noon(of)),
    shortMonth: (of: Day) => intl.shortMonth.format(noon(of)),
    period: (from: Day, to?: Day | null) =>
      to ? (to === from ? day(from) : time.period(day(from), day(to))) : time.ongoing(day(from)),
    months: (from: Day, to?: Day | null) => monthSpan(intl, time, from, to),
    moment: (at: Moment) => intl.moment.format(new Date(at)),
    clock: (at: Moment) => intl.clock.format(new Date(at)),
    dayOf: (at: Moment): Day => isoDay(intl, at),
    today,
    /** As seen from today: "since Tuesday" and "on Tuesday", "since 12 May" and "on 12 May". */
    near,
    since: (at: Moment) => near(at).since,
    on: (at: Moment) => near(at).on,
    age: (at: Moment) => age(time, daysBetween(isoDay(intl, at), today)),
  }
}

/** Noon in UTC, where the days of `intl.day` are: no time zone can move it to another date. */
const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

const isoDay = (intl: Intls, at: Moment): Day =>
  typeof at === 'string' && at.length === 10 ? at : intl.dayAt(new Date(at))

export const daysBetween = (from: Day, to: Day) => (startOf(to) - startOf(from)) / 864e5

const startOf = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

type Near = { since: string; on: string }

/** A list tells of few days many times, so each day is put into words once. */
function nearDays(intl: Intls, time: Time, today: Day) {
  const known = new Map<Day, Near>()
  return (at: Moment): Near => {
    const day = isoDay(intl, at)
    const near = known.get(day) ?? nearDay(intl, time, today, day)
    known.set(day, near)
    return near
  }
}

/** "today", "yesterday", the weekday within a week, else the date, with its year when it is another one. */
function nearDay(intl: Intls, time: Time, today: Day, day: Day): Near {
  const ago = daysBetween(day, today)
  if (ago === 0 || ago === 1) {
    const words = ago === 0 ? time.today : time.yesterday
    return { since: time.since(words), on: words }
  }
  const sameYear = day.slice(0, 4) === today.slice(0, 4) ? intl.dayOfYear : intl.day
  const words = (ago > 1 && ago < 7 ? intl.dayName : sameYear).format(noon(day))
  return { since: time.since(words), on: time.on(words) }
}

function hours(time: Time, number: (count: number) => string, minutes: number) {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (rest === 0) return time.hours(number(whole))
  if (whole === 0) return time.minutes(number(rest))
  return time.hoursAndMinutes(number(whole), String(rest).padStart(2, '0'))
}

function monthSpan(intl: Intls, time: Time, from: Day, to?: Day | null) {
  const month = (day: Day) => intl.shortMonth.format(noon(day))
  if (!to) return time.ongoing(month(from))
  return from.slice(0, 7) === to.slice(0, 7) ? month(from) : time.period(month(from), month(to))
}

const age = (time: Time, days: number) => (days <= 0 ? time.today : time.days(days))

function fileSize(intl: Intls, bytes: number) {
  if (bytes < 1e3) return intl.bytes.format(bytes)
  if (bytes < 1e6) return intl.kilobytes.format(bytes / 1e3)
  return intl.megabytes.format(bytes / 1e6)
}
