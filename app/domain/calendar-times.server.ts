import ICAL from 'ical.js'
import { Refusal } from '~/lib/refusal'
import { dayOf, type Day } from './day'
import type { BroughtTimes, Span } from './time-import'

/** What a thread is given, and what it answers. */
export interface CalendarAsked {
  text: string
  span: Span
}
export type CalendarAnswer = { brought: BroughtTimes } | { refusal: string }

/** A rule may repeat every second for ever; nobody's term has so many entries. */
const MOST_STEPS = 5_000

/**
 * The timed entries of a calendar (RFC 5545) that begin within the span, repetitions and their exceptions
 * counted. What lasts whole days tells no hours, and is only counted. Days are the institution's.
 */
export function readCalendar(text: string, span: Span): BroughtTimes {
  const brought: BroughtTimes = { entries: [], outside: 0, untimed: 0 }
  let steps = 0
  for (const component of eventsIn(text)) {
    const event = new ICAL.Event(component)
    if (event.isRecurrenceException() || component.getFirstPropertyValue('status') === 'CANCELLED') continue
    const starts = event.iterator()
    for (let start = starts.next(); start; start = starts.next()) {
      if (++steps > MOST_STEPS) throw new Refusal('This calendar repeats more often than we can read. Export the time in question alone.', 'file')
      const { item, startDate, endDate } = event.getOccurrenceDetails(start)
      const day = dayIn(startDate, span.timeZone)
      const minutes = Math.round(endDate.subtractDateTz(startDate).toSeconds() / 60)
      if (day > span.to && event.isRecurring()) break
      if (startDate.isDate || minutes <= 0 || minutes > 24 * 60) brought.untimed++
      else if (day < span.from || day > span.to) brought.outside++
      else brought.entries.push({ day, minutes, note: item.summary ?? '' })
    }
  }
  return brought
}

function eventsIn(text: string): ICAL.Component[] {
  try {
    return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent') // one calendar, as its first line says
  } catch {
    throw new Refusal('This calendar cannot be read. Export it again as an .ics file.', 'file')
  }
}

/** A time without a zone is meant where the institution is. */
function dayIn(time: ICAL.Time, timeZone: string): Day {
  const isFloating = time.zone === ICAL.Timezone.localTimezone
  return isFloating ? time.toString().slice(0, 10) : dayOf(time.toJSDate(), timeZone)
}
