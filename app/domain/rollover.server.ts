import { now } from '~/lib/clock.server'
import { db, limit, Prisma, read, transaction } from '~/lib/db.server'
import { isName } from '~/lib/id.server'
import { allowed, Refusal } from '~/lib/refusal'
import { unitRules as says } from '~/messages/en/unit-rules'
import { record } from './audit.server'
import { addDays, dayOf, type Day } from './day'
import { findHouse } from './institution.server'
import { openInCatalogue } from './opportunity'
import { mayKeepOpportunity, type PersonActor } from './policy'
import type { RolloverForm } from './unit-forms.server'
import { findKeptUnit } from './unit-keeping.server'

const PAGE = 50
const YEAR = 365
/** So long before its year is over something is asked about again. */
const AHEAD = 60

interface Row {
  id: string
  title: string
  validatorName: string
  validatorUntil: Day | null
  deputyName: string
  confirmedUntil: Day | null
}

/** What a unit offers, by title, a page at a time, and until when somebody said that it is so. */
export async function listToConfirm(actor: PersonActor, unitId: string, after: string | null) {
  const { institutionId, name } = await findKeptUnit(actor, unitId)
  allowed(mayKeepOpportunity(actor, { institutionId, unitId }))
  const soon = addDays(dayOf(now(), (await findHouse()).timeZone), AHEAD)
  const rows = await read<Row>`
    SELECT o."id", o."title", o."validatorName", o."validatorUntil",
      o."deputyName", o."confirmedUntil" FROM "Opportunity" o
    WHERE o."institutionId" = ${institutionId} AND o."unitId" = ${unitId} ${await from(unitId, after)}
      AND o."openedAt" IS NOT NULL AND o."retiredAt" IS NULL
    ORDER BY o."title", o."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  return {
    unit: name,
    rows: shown.map(row => ({ ...row, isDue: row.confirmedUntil === null || row.confirmedUntil < soon })),
    next: rows.length > PAGE ? shown.at(-1)?.id ?? null : null,
  }
}

export type ToConfirm = Awaited<ReturnType<typeof listToConfirm>>['rows'][number]

/** Many at once: each holds for another year, or is over. What somebody retired meanwhile stays retired. */
export async function rollOver(actor: PersonActor, unitId: string, { selected, then }: RolloverForm) {
  const { institutionId } = await findKeptUnit(actor, unitId)
  allowed(mayKeepOpportunity(actor, { institutionId, unitId }))
  const confirmedUntil = addDays(dayOf(now(), (await findHouse()).timeZone), YEAR)
  const isOpen = { id: { in: selected }, institutionId, unitId, ...openInCatalogue }
  const isShorter = { OR: [{ confirmedUntil: null }, { confirmedUntil: { not: confirmedUntil } }] }
  return transaction(async tx => {
    const changed = await tx.opportunity.updateManyAndReturn({
      where: then === 'keep' ? { ...isOpen, ...isShorter } : isOpen,
      data: then === 'keep' ? { confirmedUntil } : { retiredAt: now() },
      select: { id: true },
    })
    if (changed.length === 0) throw new Refusal(says.gone)
    await record(tx, actor, then === 'keep' ? 'unit.confirmed' : 'unit.retired', unitId, {
      opportunities: changed.map(({ id }) => id),
    })
    return changed.length
  })
}

async function from(unitId: string, after: string | null) {
  const place =
    after && isName(after) ? await db.opportunity.findFirst({ where: { id: after, unitId } }) : null
  if (!place) return Prisma.empty
  const { title, id } = place
  return Prisma.sql`AND o."title" >= ${title} AND (o."title" > ${title} OR o."id" > ${id})`
}
