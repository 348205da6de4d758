import { limit, db, Prisma, read } from '~/lib/db.server'
import { now } from '~/lib/clock.server'
import type { Day } from './day'
import type { Answer } from './endorsement'
import type { Actor } from './policy'
import { requestPath, type AskedRequest } from './request.server'
import { outcomeOf, type Digest } from './waiting'

const PAGE = 50
const LATELY = 20
/** Those signed on one page: enough for a class, little enough for one screen. */
export const TOGETHER = 50

interface WaitingRow {
  id: string
  createdAt: Date
  student: string
  opportunityId: string | null
  title: string
  organisation: string
  role: string
  minutes: number
  start: Day
  end: Day | null
  claims: number
}

/** What waits for somebody's own answer, oldest first, a page at a time. */
export async function listWaiting(actor: Actor, after: string | null) {
  const mailboxes = await mailboxesOf(actor)
  if (mailboxes.length === 0) return { rows: [], next: null }
  const rows = await read<WaitingRow>`
    SELECT q."id", q."createdAt", s."usedName" AS "student", a."opportunityId", a."title", a."organisation",
      a."role", r."minutes", a."activityStartDate" AS "start", a."activityEndDate" AS "end",
      (SELECT COUNT(*) FROM "RevisionClaim" c WHERE c."revisionId" = r."id") AS "claims"
    ${waitingIn(actor, mailboxes)}
      ${after ? Prisma.sql`AND q."id" > ${after}` : Prisma.empty}
    ORDER BY q."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  return {
    rows: shown.map(row => ({ ...row, path: requestPath(row.id) })),
    next: rows.length > PAGE ? shown.at(-1)?.id ?? null : null,
  }
}

export type Waiting = Awaited<ReturnType<typeof listWaiting>>['rows'][number]

/** How many wait for the same person, the one at hand left out. */
export async function countOthers(actor: Actor, requestId: string) {
  const mailboxes = await mailboxesOf(actor)
  if (mailboxes.length === 0) return 0
  const [counted] = await read<{ others: number }>`
    SELECT COUNT(*) AS "others" ${waitingIn(actor, mailboxes)} AND q."id" <> ${requestId}`
  return counted?.others ?? 0
}

/** The requests that share an entry of the catalogue, or a title and organisation, with the one given. */
export async function findAlike(actor: Actor, { activity }: AskedRequest): Promise<string[]> {
  const mailboxes = await mailboxesOf(actor)
  if (mailboxes.length === 0) return []
  const { opportunityId, title, organisation } = activity
  const alike = opportunityId
    ? Prisma.sql`a."opportunityId" = ${opportunityId}`
    : Prisma.sql`a."opportunityId" IS NULL AND a."title" = ${title} AND a."organisation" = ${organisation}`
  const rows = await read<{ id: string }>`
    SELECT q."id" ${waitingIn(actor, mailboxes)} AND ${alike} ORDER BY q."id" ${limit(TOGETHER + 1)}`
  return rows.map(({ id }) => id)
}

interface AnsweredRow {
  id: string
  statusAt: Date
  student: string
  title: string
  answer: Answer
  status: string
  isApproved: number | boolean
  standing: number
}

/** What somebody answered last and what came of it, newest first. */
export async function listAnswered(actor: Actor) {
  const { institutionId } = actor
  const each = (await mailboxesOf(actor)).map(
    ({ id }) => read<AnsweredRow>`
      SELECT q."id", q."statusAt", q."answer", s."usedName" AS "student", a."title", a."status",
        (CASE WHEN a."approvedRevisionId" = q."revisionId" THEN 1 ELSE 0 END) AS "isApproved",
        (SELECT COUNT(*) FROM "Endorsement" e
          WHERE e."revisionId" = q."revisionId" AND e."requestId" = q."id" AND e."withdrawnAt" IS NULL) AS "standing"
      FROM "EndorsementRequest" q
      JOIN "Activity" a ON a."id" = q."activityId"
      JOIN "Person" s ON s."id" = a."studentId"
      WHERE q."institutionId" = ${institutionId} AND q."endorserId" = ${id} AND q."status" = 'answered'
      ORDER BY q."statusAt" DESC ${limit(LATELY)}`,
  )
  const rows = (await Promise.all(each)).flat()
  return rows
    .sort((one, other) => other.statusAt.getTime() - one.statusAt.getTime())
    .slice(0, LATELY)
    .map(({ id, statusAt, student, title, answer, ...row }) => ({
      id, statusAt, student, title, answer,
      outcome: outcomeOf({ ...row, answer, isApproved: Boolean(row.isApproved) }),
      path: requestPath(id),
    }))
}

export type AnsweredLately = Awaited<ReturnType<typeof listAnswered>>[number]

/** The mailbox a code was read in, or all of a member of staff's; with how often each wants mail. */
export async function mailboxesOf(actor: Actor): Promise<{ id: string; digest: Digest }[]> {
  if (actor.kind === 'system') return []
  const whose = actor.kind === 'endorser' ? { id: actor.id } : { personId: actor.id }
  return db.endorser.findMany({
    where: { ...whose, institutionId: actor.institutionId },
    select: { id: true, digest: true },
    orderBy: { id: 'asc' },
  })
}

/** Can still be answered: not run out, and not approved without this answer. */
function waitingIn({ institutionId }: Actor, mailboxes: readonly { id: string }[]) {
  return Prisma.sql`
    FROM "EndorsementRequest" q
    JOIN "Revision" r ON r."id" = q."revisionId"
    JOIN "Activity" a ON a."id" = q."activityId"
    JOIN "Person" s ON s."id" = a."studentId"
    WHERE q."institutionId" = ${institutionId}
      AND q."endorserId" IN (${Prisma.join(mailboxes.map(({ id }) => id))})
      AND q."status" IN ('queued', 'sent', 'started', 'undeliverable')
      AND q."expiresAt" > ${now()}
      AND (a."approvedRevisionId" IS NULL OR a."approvedRevisionId" <> q."revisionId")`
}
