import { isBuilt } from '~/lib/built.server'
import { Refusal } from '~/lib/refusal'
import { inThread } from '~/lib/thread.server'
import { readCalendar, type CalendarAnswer, type CalendarAsked } from './calendar-times.server'
import type { BroughtTimes } from './time-import'

const PATIENCE = 5_000

/** In a thread, since a rule of one line can keep any reader of calendars busy for ever. */
export async function readCalendarApart(asked: CalendarAsked): Promise<BroughtTimes> {
  // Commands, tests and development have nobody to keep waiting.
  if (!isBuilt) return readCalendar(asked.text, asked.span)
  const answer = await inThread<CalendarAnswer>('calendar-worker', asked, PATIENCE).catch(() => ({ refusal: TOO_MUCH }))
  if ('refusal' in answer) throw new Refusal(answer.refusal, 'file')
  return answer.brought
}

const TOO_MUCH = 'This calendar takes too long to read. Export the time in question alone.'
