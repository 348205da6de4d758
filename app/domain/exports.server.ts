import { z } from 'zod'
import { transaction } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { tableFormats, type Table } from '~/lib/table-reply.server'
import type { Cell } from '~/lib/xlsx.server'
import { wordsIn } from '~/messages/messages'
import { now } from '~/lib/clock.server'
import { record } from './audit.server'
import { exportedActivities } from './exported-activities.server'
import { exportedCredentials } from './exported-credentials.server'
import { exportColumns, exportKinds, type ExportKind, type ExportScope } from './exports'
import { findHouse } from './institution.server'
import { has, mayExport, type Actor, type PersonActor } from './policy'
import { listUnits, unitsBelow } from './unit.server'

export const ExportForm = z.object({
  kind: z.enum(exportKinds),
  format: z.enum(tableFormats),
  search: z.string().trim().max(100).default(''),
  unit: z.string().max(100).default(''),
})

export type ExportOrder = z.output<typeof ExportForm>

/** A table of what the actor may see, read while it is written; that it was taken is on record before the first row. */
export async function exportTable(actor: Actor, { kind, format, search, unit }: ExportOrder): Promise<Table> {
  allowed(mayExport(actor))
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, now())
  const { exports: said } = words.messages
  const scope = await scopeOf(actor, { search, unit })
  const details = { kind, format, unit: unit || null, isSearched: search !== '', onlyShared: scope.onlyShared }
  await transaction(tx => record(tx, actor, 'export.begun', actor.id, details))
  const rows = kind === 'activities' ? exportedActivities(scope, words) : exportedCredentials(scope, words)
  const keys = exportColumns[kind]
  return { name: said.kinds[kind], keys, head: keys.map(key => said.columns[key]), batches: counted(actor, kind, rows) }
}

/** Registrars see the institution; the careers service what is shared with everybody who has the address. */
async function scopeOf(actor: PersonActor, { search, unit }: { search: string; unit: string }): Promise<ExportScope> {
  const { institutionId, id: actorId } = actor
  const unitIds = unit ? unitsBelow(await listUnits(institutionId), unit) : null
  return { institutionId, actorId, search, unitIds, onlyShared: !has(actor, 'registrar') }
}

/** How many were taken is on record also where the taker hung up. */
async function* counted(actor: PersonActor, kind: ExportKind, batches: AsyncGenerator<Cell[][]>) {
  let count = 0
  let isWhole = false
  try {
    for await (const rows of batches) {
      count += rows.length
      yield rows
    }
    isWhole = true
  } finally {
    await transaction(tx => record(tx, actor, 'export.taken', actor.id, { kind, count, isWhole }))
  }
}
