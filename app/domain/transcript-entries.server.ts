import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { sheetIn } from './because.server'
import type { Category } from './activity'
import { stateOf } from './credential'
import type { Day } from './day'
import { listStudents, wordsOf, type Ground, type GroundStudent } from './grounds.server'
import { found } from '~/lib/refusal'
import type { Owner } from './transcript'
import { tally } from './tally.server'

/** All that a student's transcript can tell of: what is in force, and approved work that is no secret. */
export interface Entries {
  student: GroundStudent
  credentials: CredentialEntry[]
  /** The latest first. */
  activities: Ground[]
}

interface CredentialEntry {
  id: string
  document: string
  title: string
  awardedDate: Date
  /** Sealed at issue: what it rests on, for the holder. */
  disclosures: string
}

export interface ActivityEntry {
  id: string
  title: string
  organisation: string
  category: Category
  from: Day
  to: Day | null
  minutes: number
}

export async function findEntries({ id, institutionId }: Owner): Promise<Entries> {
  const [students, credentials, { activities }] = await Promise.all([
    listStudents(institutionId, [id]), inForce(id), tally(id),
  ])
  const told = await wordsOf(activities)
  const open = [...told.values()].filter(({ facts }) => facts.sensitivity !== 'confidential')
  return { student: found(students[0]), credentials, activities: open.sort(byStart) }
}

export function activityEntry({ counted, face }: Ground): ActivityEntry {
  const { id, category, activityStartDate: from, activityEndDate: to, minutes } = counted
  return { id, ...face, category, from, to, minutes }
}

async function inForce(studentId: string): Promise<CredentialEntry[]> {
  const rows = await db.credential.findMany({
    where: { studentId, status: 'valid', document: { not: '' } },
    select: { id: true, document: true, disclosures: true, awardedDate: true, status: true, validUntil: true },
    orderBy: [{ awardedDate: 'desc' }, { id: 'desc' }],
  })
  const valid = rows.filter(row => stateOf(row, now()) === 'valid')
  return valid.map(({ id, document, disclosures, awardedDate }) => {
    const parts = JSON.parse(disclosures) as Parameters<typeof sheetIn>[0] // written by us at issue
    return { id, document, disclosures, awardedDate, title: sheetIn(parts).programme.title }
  })
}

const byStart = (a: Ground, b: Ground) => (startOf(a) < startOf(b) ? 1 : -1)
const startOf = ({ counted }: Ground) => `${counted.activityStartDate} ${counted.id}`
