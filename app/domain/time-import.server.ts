import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { limits, overfullDays, type Shown } from './activity'
import { edit } from './activity.server'
import { readCalendarApart } from './calendar.server'
import { dayOf } from './day'
import type { Draft } from './draft.server'
import { fold } from './fold'
import { findHouse } from './institution.server'
import type { Actor } from './policy'
import { readTable } from './table-times.server'
import { entryFrom, type BroughtEntry, type BroughtTimes } from './time-import'

export const MAXIMUM_TABLE_BYTES = 1_000_000

export const TimesFileForm = z.object({ containing: z.string().trim().max(100).default('') })

export const BroughtForm = z.object({
  entries: z
    .array(z.string().max(1_000).transform(entryFrom), { error: 'Choose at least one day.' })
    .min(1, { error: 'Choose at least one day.' })
    .max(limits.timeEntries),
})

/** What a calendar or a table says between the draft's first day and its last or today, the latest first. */
export async function readTimes(draft: Draft, file: { path: string }, { containing }: { containing: string }): Promise<BroughtTimes> {
  const { timeZone } = await findHouse()
  const today = dayOf(now(), timeZone)
  const { activityStartDate: from, activityEndDate: end } = draft
  if (!from) throw new Refusal('Say first when it started.')
  const span = { from, to: end !== null && end < today ? end : today, timeZone }
  const text = (await readFile(file.path, 'utf8')).replace(/^\uFEFF/, '')
  const brought = text.startsWith('BEGIN:VCALENDAR') ? await readCalendarApart({ text, span }) : readTable(text, span)
  const entries = brought.entries
    .filter(({ note }) => fold(note).includes(fold(containing)))
    .map(entry => ({ ...entry, note: entry.note.trim().slice(0, limits.note) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
  if (entries.length > limits.timeEntries) {
    throw new Refusal(`That would be ${entries.length} days, and ${limits.timeEntries} are the most. Say what their words contain.`, 'containing')
  }
  return { ...brought, entries }
}

/** Puts brought days beside those of the draft. What stands there already is not written twice. */
export function addTimes(actor: Actor, shown: Shown, brought: readonly (BroughtEntry | null)[]) {
  return edit(actor, shown, async tx => {
    const there = await tx.timeEntry.findMany({ where: { activityId: shown.id } })
    const known = new Set(there.map(keyOf))
    const added = brought.filter(entry => entry !== null).filter(entry => !known.has(keyOf(entry)))
    const all = [...there, ...added]
    if (all.length > limits.timeEntries) throw new Refusal(`An activity has at most ${limits.timeEntries} days.`)
    const [full] = overfullDays(all)
    if (full) throw new Refusal(`With these, ${full} would have more than 24 hours. Leave some of that day out.`)
    await refuseOutside(tx, shown.id, added)
    await tx.timeEntry.createMany({ data: added.map(entry => ({ id: newId(), activityId: shown.id, ...entry })) })
    const minutes = all.reduce((sum, entry) => sum + entry.minutes, 0)
    await tx.activity.update({ where: { id: shown.id }, data: { minutes } })
  })
}

const keyOf = ({ day, minutes, note }: BroughtEntry) => `${day} ${minutes} ${note}`

/** The form may be old, or nobody's: what it carries is looked at like anything that is typed. */
async function refuseOutside(tx: Tx, id: string, entries: readonly BroughtEntry[]) {
  const { activityStartDate: from, activityEndDate: to } = await tx.activity.findUniqueOrThrow({ where: { id } })
  const isOutside = ({ day }: BroughtEntry) => !from || day < from || (to !== null && day > to)
  const isImpossible = ({ minutes }: BroughtEntry) => minutes <= 0 || minutes > limits.minutesADay
  if (entries.some(entry => isOutside(entry) || isImpossible(entry))) {
    throw new Refusal('The first or the last day was changed in the meantime. Bring the days again.')
  }
}
