import { addPerson } from '~/domain/people.server'
import { requestPath } from '~/domain/request.server'
import { db, prepareDatabase, transaction } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { migrate } from '~/lib/migrations.server'
import { found } from '~/lib/refusal'
import {
  endorse,
  openScene,
  opportunity,
  requestOf,
  submittedActivity,
  type Scene,
  type Told,
} from '../story'
import type { Class } from './class'

export async function openHouse(): Promise<Scene> {
  await migrate(settings())
  await prepareDatabase()
  return openScene()
}

/** A server opens on it next, and wants it to itself. */
export const closeHouse = () => db.$disconnect()

export async function tellClass(
  scene: Scene,
  mailbox: string,
  size: number,
  { areAnswered, claims }: { areAnswered: boolean; claims: Record<string, number> },
): Promise<Class> {
  const entry = await opportunity(scene, {
    title: 'Saturday shifts',
    validatorName: 'Jonas Weber',
    validatorEmail: mailbox,
  })
  const asks = [{ name: 'Jonas Weber', email: mailbox, organisation: 'Shoreline Food Bank' }]
  let first: Told | null = null
  for (let at = 1; at <= size; at++) {
    const student = await transaction(tx =>
      addPerson(tx, {
        institutionId: scene.house.institutionId,
        officialName: `Student ${String(at).padStart(2, '0')}`,
        address: `student${at}-${mailbox.split('@')[0]}@northbridge.example`,
        passwordHash: '',
        role: 'student',
        unitId: null,
      }),
    )
    const told = await submittedActivity(scene, { student, opportunity: entry, asks, claims, minutes: 348 })
    if (areAnswered) await endorse(scene, await requestOf(told))
    first ??= told
  }
  const { id } = await requestOf(found(first))
  return { path: requestPath(id), mailbox }
}

export async function endorsementsTo(mailbox: string) {
  const said = await db.endorsement.findMany({
    where: { endorser: { email: mailbox }, withdrawnAt: null },
    orderBy: { requestId: 'asc' },
    include: { judgements: true },
  })
  await closeHouse()
  return said
}
