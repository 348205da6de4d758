import { z } from 'zod'
import { limits, overfullDays } from './activity'
import { isDay } from './day'
import { parseMinutes } from './minutes'

const day = z.string().refine(isDay, { error: 'Write a day, such as 2026-03-14.' })
const typed = z.string().trim().default('')

/** As typed. A row in which nothing is written asks for nothing. */
const Row = z.object({ day: typed, minutes: typed, note: typed })
type Row = z.output<typeof Row>

const Typed = z.object({
  activityStartDate: day,
  activityEndDate: day.nullable().default(null),
  isOngoing: z.boolean().default(false),
  timeEntries: z.array(Row).max(limits.timeEntries).default([]),
})
type Typed = z.output<typeof Typed>

export const TimeForm = Typed.superRefine((form, context) => {
  for (const { path, message } of [...wrongDates(form), ...wrongRows(form)])
    context.addIssue({ code: 'custom', path, message })
}).transform(({ timeEntries, ...dates }) => ({
  ...dates,
  timeEntries: timeEntries
    .filter(isWritten)
    .map(row => ({ ...row, minutes: parseMinutes(row.minutes) ?? 0 })),
}))
export type TimeForm = z.output<typeof TimeForm>
/** As `useForm` knows it, with the two fields of the regular rhythm beside it. */
export type TimeTyped = z.input<typeof TimeForm> & { weekday?: string; each?: string }

/** The same day of every week for the same time: enough to write the lines of a term at once. */
export const RhythmForm = z
  .object({
    activityStartDate: day,
    activityEndDate: day.nullable().default(null),
    weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']).transform(Number),
    each: z
      .string()
      .refine(text => (parseMinutes(text) ?? 0) > 0, {
        error: 'Write the time as 1 h 30, 1:30, 90 min or 1.5.',
      }),
  })
  .superRefine((form, context) => {
    const wrong = wrongDates({ ...form, isOngoing: form.activityEndDate === null, timeEntries: [] })
    for (const { path, message } of wrong) context.addIssue({ code: 'custom', path, message })
  })
export type RhythmForm = z.output<typeof RhythmForm>

interface Wrong {
  path: (string | number)[]
  message: string
}

function* wrongDates({
  activityStartDate: start,
  activityEndDate: end,
  isOngoing,
  timeEntries,
}: Typed): Generator<Wrong> {
  const wrong = (field: string, message: string) => ({ path: [field], message })
  if (end === null && !isOngoing)
    yield wrong('activityEndDate', 'Say when it ended, or that you are still doing it.')
  if (end !== null && isOngoing)
    yield wrong('activityEndDate', 'You are still doing it, so leave the last day empty.')
  if (end !== null && end < start) yield wrong('activityEndDate', 'The last day is before the first.')
  const latest = [end ?? start, ...timeEntries.map(row => row.day).filter(isDay)].sort().at(-1) ?? start
  if (yearOf(latest) - yearOf(start) > limits.years) {
    yield wrong(
      'activityStartDate',
      'More than ten years lie between the first day and the last. Look at the year.',
    )
  }
}

function* wrongRows(form: Typed): Generator<Wrong> {
  for (const [at, row] of form.timeEntries.entries()) {
    const wrong = (field: keyof Row, message: string) => ({ path: ['timeEntries', at, field], message })
    if (!isWritten(row)) continue
    if (!isDay(row.day)) yield wrong('day', 'Write the day, such as 2026-03-14.')
    else if (isOutside(form, row.day)) yield wrong('day', 'This day is outside the first and the last day.')
    const minutes = parseMinutes(row.minutes)
    if (minutes === null) yield wrong('minutes', 'Write the time as 1 h 30, 1:30, 90 min or 1.5.')
    else if (minutes === 0) yield wrong('minutes', 'Write how long it took, or remove the day.')
    else if (minutes > limits.minutesADay)
      yield wrong('minutes', 'A day has 24 hours. For minutes, write 90 min.')
    if (row.note.length > limits.note) yield wrong('note', `At most ${limits.note} characters.`)
  }
  for (const full of overfullDays(fitting(form.timeEntries))) {
    const at = form.timeEntries.findLastIndex(row => row.day === full)
    yield { path: ['timeEntries', at, 'minutes'], message: 'All in all this day has more than 24 hours.' }
  }
}

/** Rows that would fit into a day by themselves. */
function fitting(rows: readonly Row[]) {
  return rows
    .map(row => ({ ...row, minutes: parseMinutes(row.minutes) ?? 0 }))
    .filter(({ minutes }) => minutes <= limits.minutesADay)
}

function isOutside({ activityStartDate, activityEndDate }: Typed, day: string) {
  return day < activityStartDate || (activityEndDate !== null && day > activityEndDate)
}

function isWritten(row: Row) {
  return row.day !== '' || row.minutes !== '' || row.note !== ''
}

const yearOf = (day: string) => Number(day.slice(0, 4))
