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
    // Writing the unit's row first makes two at once take turns: the second has nothing left to set.
    await tx.unit.update({ where: { id: unitId }, data: { institutionId } })
    if (await tx.submissionWindow.findFirst({ where: { unitId, year, opensOn, closesOn } })) return
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
 * nearest unit above that has some; where nobody set any, one submits at any time. What was sent back to the
 * student was submitted in time: nobody misses a window because somebody else read late.
 */
export async function refuseOutsideWindow(draft: { id: string; unitId: string }) {
  const { timeZone, language } = await findHouse()
  const today = dayOf(now(), timeZone)
  const windows = await windowsAt(draft.unitId)
  if (windows.length === 0 || windows.some(each => each.opensOn <= today && today <= each.closesOn)) return
  if (await wasSentBack(draft.id)) return
  const { format } = wordsIn(language, timeZone, now())
  const next = windows.find(({ opensOn }) => opensOn > today)
  const last = windows.at(-1)
  if (next) throw new Refusal(says.outside(next.unit, format.day(next.opensOn)))
  if (last) throw new Refusal(says.over(last.unit, format.day(last.closesOn)))
}

/** Of the version before: a question of who was asked, or of the review. */
async function wasSentBack(activityId: string) {
  const before = await db.revision.findFirst({
    where: { activityId },
    orderBy: { number: 'desc' },
    select: {
      requests: { where: { answer: 'returned' }, take: 1, select: { id: true } },
      reviews: { where: { decision: 'returned', undoneAt: null }, take: 1, select: { id: true } },
    },
  })
  return before !== null && before.requests.length + before.reviews.length > 0
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
