import { db, isSqlite, Prisma, transaction } from './lib/db.server'
import { Refusal } from './lib/refusal'
import { addCrowd } from '../prisma/crowd'
import { marks, seedDemo } from '../prisma/seed'
import { northbridge } from '../tests/cast'

/** Seeds the demo where there is nothing yet, and once more from empty where that was cut off. */
export async function seedWhereDue() {
  if (await wasCutOff()) await empty()
  if ((await db.institution.count()) === 0) await seedDemo()
}

/** Adds generated students to the demo, and seeds the demo first where there is nothing yet. */
export async function growDemo(students: number) {
  if (await db.institution.findFirst({ where: { slug: { not: northbridge.slug } } })) {
    throw new Refusal('This is a real institution. Generated students would stay in its records for ever.')
  }
  await seedWhereDue()
  await addCrowd(students)
}

/** Only what seeding itself began and never ended: every other database is somebody's own. */
async function wasCutOff() {
  const { begun, done } = marks
  const houses = await db.institution.findMany({ select: { id: true }, take: 2 })
  const [{ id } = { id: '' }] = houses
  const where = { institutionId: id, subjectId: id }
  const events = await db.auditEvent.findMany({ where: { ...where, action: { in: [begun, done] } } })
  return houses.length === 1 && events.length === 1 && events[0]?.action === begun
}

/** Every row of every table, those that refer to each other together. */
async function empty() {
  const tables = Object.keys(Prisma.ModelName).map(model => `"${model}"`)
  await transaction(async tx => {
    if (!isSqlite) return tx.$executeRawUnsafe(`TRUNCATE ${tables.join(', ')}`)
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
    for (const table of tables) await tx.$executeRawUnsafe(`DELETE FROM ${table}`)
  })
}
