import { db, Prisma } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { mayIssueTranscripts, type Actor, type PersonActor } from './policy'
import { nextWhoFit, prepareFilter } from './student-filter.server'
import { extentsFor } from './transcript-issue.server'

const MOST = 20

/** Students of a name whose record the office may issue, twenty at most; nobody before a name is asked for. */
export async function findStudentsToIssue(actor: Actor, name: string) {
  allowed(mayIssueTranscripts(actor))
  if (name.trim() === '') return { rows: [], isMore: false }
  const named = await prepareFilter(actor.institutionId, { name })
  const filter = { ...named, sql: whoseRecordsMayBeIssued(actor) }
  const ids: string[] = []
  for (let after: string | null = ''; after !== null && ids.length <= MOST; ) {
    const { people, next } = await nextWhoFit(actor.institutionId, filter, after)
    ids.push(...people.map(({ id }) => id))
    after = next
  }
  const rows = await db.person.findMany({
    where: { id: { in: ids.slice(0, MOST) } },
    select: {
      id: true, officialName: true, usedName: true,
      enrolments: { orderBy: { fromDay: 'desc' }, take: 1, select: { studentNumber: true, studyProgramme: true, entryYear: true } },
    },
    orderBy: [{ officialName: 'asc' }, { id: 'asc' }],
  })
  return {
    rows: rows.map(({ enrolments: [enrolment], ...person }) => ({ ...person, enrolment: enrolment ?? null })),
    isMore: ids.length > MOST,
  }
}

/** Of "Person" p. */
export function whoseRecordsMayBeIssued(actor: PersonActor): Prisma.Sql {
  const seesAll = extentsFor(actor).includes('complete')
  return Prisma.sql`AND p."id" <> ${actor.id} ${IS_STUDENT} ${seesAll ? Prisma.empty : HAS_SHARED}`
}

export type StudentToIssue = Awaited<ReturnType<typeof findStudentsToIssue>>['rows'][number]

const IS_STUDENT = Prisma.sql`AND EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p."id" AND m."role" = 'student')`

/** What the careers service may see of at all. */
const HAS_SHARED = Prisma.sql`AND (
  EXISTS (SELECT 1 FROM "Credential" c WHERE c."institutionId" = p."institutionId" AND c."studentId" = p."id" AND c."sharedAt" IS NOT NULL AND c."status" = 'valid')
  OR EXISTS (SELECT 1 FROM "Transcript" t WHERE t."institutionId" = p."institutionId" AND t."studentId" = p."id" AND t."sharedAt" IS NOT NULL AND t."status" = 'valid'))`
