import { findHouseOrNull } from './domain/institution.server'
import { Refusal } from './lib/refusal'
import { addCrowd } from '../prisma/crowd'
import { seedDemo } from '../prisma/seed'
import { northbridge } from '../tests/cast'

/** Adds generated students to the demo, and seeds the demo first where there is nothing yet. */
export async function growDemo(students: number) {
  const house = await findHouseOrNull()
  if (house && house.slug !== northbridge.slug) {
    throw new Refusal('This is a real institution. Generated students would stay in its records for ever.')
  }
  if (!house) await seedDemo()
  await addCrowd(students)
}
