import { db } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { unitsKept, type PersonActor } from './policy'

const inOrder = [{ name: 'asc' as const }, { id: 'asc' as const }]

export function listUnits(institutionId: string) {
  return db.unit.findMany({
    where: { institutionId },
    orderBy: inOrder,
    select: { id: true, name: true, parentId: true },
  })
}

/** Those whose opportunities somebody keeps. */
export async function listKeptUnits(actor: PersonActor) {
  const [units, kept] = [await listUnits(actor.institutionId), unitsKept(actor)]
  return kept ? units.filter(({ id }) => kept.includes(id)) : units
}

interface InTree {
  id: string
  parentId: string | null
}

/** A unit with all units below it; nothing where there is no such unit. */
export function unitsBelow(units: readonly InTree[], id: string): string[] {
  if (!units.some(unit => unit.id === id)) return []
  const children = units.filter(unit => unit.parentId === id)
  return [id, ...children.flatMap(child => unitsBelow(units, child.id))]
}

/** As an operator names it: by its id, or by a name that only one has. */
export async function findUnit(institutionId: string, named: string) {
  const [unit, another] = await db.unit.findMany({
    where: { institutionId, OR: [{ id: named }, { name: named }] },
    orderBy: inOrder,
    take: 2,
    select: { id: true, name: true },
  })
  if (!unit) throw new Refusal(`There is no unit ${named}.`)
  if (another)
    throw new Refusal(`Several units are called ${named}. Give the id of one: ${unit.id}, ${another.id}, …`)
  return unit
}
