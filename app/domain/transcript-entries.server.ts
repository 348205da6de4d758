import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { sheetIn } from './because.server'
import type { Category } from './activity'
import { stateOf } from './credential'
import type { Day } from './day'
import { listStudents, wordsOf, type Ground, type GroundStudent } from './grounds.server'
import { found, Refusal } from '~/lib/refusal'
import { transcript as words } from '~/messages/en/transcript'
import { MOST_ENTRIES, type Chosen, type Owner } from './transcript'
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

/** What there is of what is asked for; null asks for everything. */
export async function chosenEntries(owner: Owner, chosen: Chosen | null): Promise<Entries> {
  const all = await findEntries(owner)
  return chosen ? held(narrowed(all, chosen), words.nothingChosen, 'activities') : held(all, words.nothingApproved, 'extent')
}

/** What the student shows to whoever has the address: credentials, and the work that is told of in a transcript. */
export async function sharedEntries(owner: Owner): Promise<Entries> {
  const [all, credentials, activities] = await Promise.all([
    findEntries(owner),
    db.credential.findMany({ where: { studentId: owner.id, sharedAt: { not: null } }, select: { id: true } }),
    db.activityCredential.findMany({
      where: {
        institutionId: owner.institutionId, studentId: owner.id, validOf: { not: null },
        transcribed: { some: { transcript: { sharedAt: { not: null }, status: 'valid' } } },
      },
      select: { revisionId: true },
    }),
  ])
  const [shown, told] = [new Set(credentials.map(({ id }) => id)), new Set(activities.map(({ revisionId }) => revisionId))]
  const shared = {
    ...all,
    credentials: all.credentials.filter(({ id }) => shown.has(id)),
    activities: all.activities.filter(({ counted: { revisionId } }) => told.has(revisionId)),
  }
  return held(shared, words.nothingShared, 'extent')
}

function held(entries: Entries, whenNone: string, field: string): Entries {
  const count = entries.credentials.length + entries.activities.length
  if (count === 0) throw new Refusal(whenNone, field)
  if (count > MOST_ENTRIES) throw new Refusal(words.tooMany(MOST_ENTRIES), field)
  return entries
}

/** In the order of the whole. What was chosen on an old page may be gone. */
function narrowed(all: Entries, { credentialIds, activityIds }: Chosen): Entries {
  const credentials = all.credentials.filter(({ id }) => credentialIds.includes(id))
  const activities = all.activities.filter(({ counted: { id } }) => activityIds.includes(id))
  const isGone = credentials.length < credentialIds.length || activities.length < activityIds.length
  if (isGone) throw new Refusal(words.gone, 'activities')
  return { ...all, credentials, activities }
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
