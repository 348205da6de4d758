import { Prisma, read } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import type { ActivityStatus } from './activity'
import { mayReviewSome, unitsKept, type PersonActor } from './policy'
import { afterOf, findSought, mark, pageOf, type Hit } from './search.server'
import { listUnits, unitsBelow } from './unit.server'

export const RECORD_PAGE = 50

export interface RecordFilters {
  /** By words of the student’s name, the title and the organisation. */
  search: string
  status: ActivityStatus | null
  unitId: string | null
}

interface RecordRow {
  id: string
  title: string
  organisation: string
  status: ActivityStatus
  statusAt: Date
  student: string
  unit: string
}

/** All that was ever submitted in a reviewer's units, what was begun last first; never their own. */
export async function listRecords(actor: PersonActor, filters: RecordFilters, after: string | null) {
  allowed(mayReviewSome(actor))
  const units = await unitsOf(actor, filters.unitId)
  const marks = [
    ...(units ? [units.map(id => mark('u', id))] : []),
    ...(filters.status ? [[mark('s', filters.status)]] : []),
  ]
  const within = units ? null : mark('i', actor.institutionId)
  const sought = { within, marks, search: filters.search, after: afterOf(after) }
  const { shown, next } = pageOf(await findSought('Activity', sought, RECORD_PAGE + 1), RECORD_PAGE)
  return { rows: await inOrder(actor, shown), next }
}

export type ListedRecord = Awaited<ReturnType<typeof inOrder>>[number]

/** Null: the whole institution. */
async function unitsOf(actor: PersonActor, unitId: string | null) {
  const kept = unitsKept(actor)
  if (!unitId) return kept
  const asked = unitsBelow(await listUnits(actor.institutionId), unitId)
  return asked.filter(id => kept === null || kept.includes(id))
}

async function inOrder({ id: reader, institutionId }: PersonActor, hits: readonly Hit[]) {
  const ids = hits.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await read<RecordRow>`
    SELECT a."id", a."title", a."organisation", a."status", a."statusAt",
      s."usedName" AS "student", u."name" AS "unit"
    FROM "Activity" a JOIN "Person" s ON s."id" = a."studentId" JOIN "Unit" u ON u."id" = a."unitId"
    WHERE a."id" IN (${Prisma.join(
      ids,
    )}) AND a."institutionId" = ${institutionId} AND a."studentId" <> ${reader}`
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
