import { now } from '~/lib/clock.server'
import { db, read, transaction } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found, Refusal } from '~/lib/refusal'
import { unitRules as says } from '~/messages/en/unit-rules'
import { wordsIn } from '~/messages/messages'
import { record } from './audit.server'
import { dayOf, type Day } from './day'
import { findHouse } from './institution.server'
import type { Actor } from './policy'
import type { WindowForm } from './unit-forms.server'
import { findKeptUnit } from './unit-keeping.server'

/** One window a unit and year; a second one for the year takes its place. */
export async function setWindow(actor: Actor, unitId: string, { year, opensOn, closesOn }: WindowForm) {
  const { institutionId } = await findKeptUnit(actor, unitId)
  await transaction(async tx => {
    await tx.submissionWindow.upsert({
      where: { unitId_year: { unitId, year } },
      create: { id: newId(), institutionId, unitId, year, opensOn, closesOn },
      update: { opensOn, closesOn },
    })
    await record(tx, actor, 'unit.window-set', unitId, { year, opensOn, closesOn })
  })
}

export async function removeWindow(actor: Actor, unitId: string, windowId: string) {
  await findKeptUnit(actor, unitId)
  const { year } = found(await db.submissionWindow.findFirst({ where: { id: windowId, unitId } }))
  await transaction(async tx => {
    const { count } = await tx.submissionWindow.deleteMany({ where: { id: windowId } })
    if (count === 0) throw new Refusal(says.gone)
    await record(tx, actor, 'unit.window-removed', unitId, { year })
  })
}

interface WindowOfUnit {
  unit: string
  opensOn: Day
  closesOn: Day
  steps: number
}

/**
 * Binds a student's submission and nothing else. The windows are the unit's, or where it has none those of the
 * nearest unit above that has some; where nobody set any, one submits at any time.
 */
export async function refuseOutsideWindow(unitId: string) {
  const { timeZone, language } = await findHouse()
  const today = dayOf(now(), timeZone)
  const windows = await windowsAt(unitId)
  if (windows.length === 0 || windows.some(each => each.opensOn <= today && today <= each.closesOn)) return
  const { format } = wordsIn(language, timeZone, now())
  const next = windows.find(({ opensOn }) => opensOn > today)
  const last = windows.at(-1)
  if (next) throw new Refusal(says.outside(next.unit, format.day(next.opensOn)))
  if (last) throw new Refusal(says.over(last.unit, format.day(last.closesOn)))
}

async function windowsAt(unitId: string) {
  const rows = await read<WindowOfUnit>`
    WITH RECURSIVE above("id", "steps") AS (
      SELECT u."id", 0 FROM "Unit" u WHERE u."id" = ${unitId}
      UNION ALL SELECT u."parentId", above."steps" + 1 FROM above
        JOIN "Unit" u ON u."id" = above."id" WHERE u."parentId" IS NOT NULL
    )
    SELECT u."name" AS "unit", w."opensOn", w."closesOn", above."steps"
    FROM above JOIN "SubmissionWindow" w ON w."unitId" = above."id" JOIN "Unit" u ON u."id" = above."id"
    ORDER BY above."steps", w."opensOn"`
  return rows.filter(({ steps }) => steps === rows[0]?.steps)
}
