import { DAY, now } from '~/lib/clock.server'
import { db, limit, Prisma, read, transaction } from '~/lib/db.server'
import { registerDaily } from '~/lib/jobs.server'
import { allowed } from '~/lib/refusal'
import type { AppealStatus } from './appeal'
import { decidersOf } from './appeal-deciders.server'
import { isInvolved, findForDecider } from './appeal.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import { placeOf, placeText } from './place.server'
import { has, mayReviewSome, type PersonActor } from './policy'
import { afterQuietHours } from './quiet-hours'

const PAGE = 50

interface AppealRow {
  id: string
  activityId: string
  title: string
  student: string
  status: AppealStatus
  createdAt: Date
  dueAt: Date
}

/** What is open, the nearest deadline first, a page at a time; never the reader's own, nor of another unit. */
export async function listAppeals(actor: PersonActor, after: string | null) {
  allowed(mayReviewSome(actor))
  const place = placeOf(after)
  const rows = await read<AppealRow>`
    SELECT p."id", p."activityId", a."title", s."usedName" AS "student", p."status", p."createdAt", p."dueAt"
    FROM "Appeal" p
    JOIN "Activity" a ON a."id" = p."activityId"
    JOIN "Person" s ON s."id" = a."studentId"
    WHERE p."institutionId" = ${actor.institutionId} AND p."status" = 'open' AND a."studentId" <> ${actor.id}
      ${withinUnits(actor)}
      ${place ? Prisma.sql`AND p."dueAt" >= ${place.at} AND (p."dueAt" > ${place.at} OR p."id" > ${place.id})` : Prisma.empty}
    ORDER BY p."dueAt", p."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? placeText({ at: last.dueAt, id: last.id }) : null }
}

/** Those of the list that the reader may decide: they had no part in what is appealed (rules 1 and 16). */
export async function countAppeals(actor: PersonActor): Promise<number> {
  const { id, institutionId, normalisedAddresses } = actor
  const [row] = await read<{ count: number }>`
    SELECT COUNT(*) AS "count" FROM "Appeal" p
    JOIN "Activity" a ON a."id" = p."activityId"
    WHERE p."institutionId" = ${institutionId} AND p."status" = 'open' AND a."studentId" <> ${id} ${withinUnits(actor)}
      AND NOT EXISTS (SELECT 1 FROM "Review" v WHERE v."activityId" = a."id" AND v."reviewerId" = ${id})
      AND NOT EXISTS (SELECT 1 FROM "Appeal" o WHERE o."activityId" = a."id" AND o."decidedById" = ${id})
      AND NOT EXISTS (SELECT 1 FROM "Endorsement" e JOIN "Endorser" n ON n."id" = e."endorserId"
        WHERE e."activityId" = a."id"
          AND (n."personId" = ${id} OR n."normalised" IN (${Prisma.join([...normalisedAddresses, ''])})))`
  return row?.count ?? 0
}

export type ListedAppeal = Awaited<ReturnType<typeof listAppeals>>['rows'][number]

function withinUnits({ memberships, ...actor }: PersonActor) {
  const units = memberships.flatMap(({ role, unitIds }) => (role === 'coordinator' ? [unitIds] : []))
  if (has({ memberships, ...actor }, 'registrar') || units.includes(null)) return Prisma.empty
  return Prisma.sql`AND a."unitId" IN (${Prisma.join([...units.flatMap(ids => ids ?? []), ''])})`
}

/** One appeal as whoever may decide it sees it. */
export async function findAppealPage(actor: PersonActor, id: string) {
  const { activity, revision, ...appeal } = await findForDecider(actor, id)
  const [review, decidedBy, isBarred] = await Promise.all([
    db.review.findUniqueOrThrow({ where: { id: appeal.reviewId }, include: { reviewer: { select: { usedName: true } } } }),
    appeal.decidedById ? db.person.findUnique({ where: { id: appeal.decidedById }, select: { usedName: true } }) : null,
    isInvolved(db, actor, activity.id),
  ])
  const { decision, reason, decidedAt, reviewer } = review
  return {
    ...appeal,
    title: activity.title,
    student: activity.student.usedName,
    version: revision.number,
    review: { decision, reason, decidedAt, by: reviewer.usedName },
    decidedBy: decidedBy?.usedName ?? null,
    isBarred,
  }
}

export type AppealPage = Awaited<ReturnType<typeof findAppealPage>>

registerDaily({ 'remind-of-appeals': remindOfAppeals })

/** Once a week each, who could decide what is past its deadline. */
export async function remindOfAppeals() {
  const house = await findHouse()
  const runAt = afterQuietHours(now(), house)
  for (let after = ''; ; ) {
    const page = await db.appeal.findMany({
      where: { institutionId: house.id, status: 'open', dueAt: { lt: now() }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    for (const appeal of page) await remindOf(appeal, runAt)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}

async function remindOf(appeal: { id: string; activityId: string; dueAt: Date }, runAt: Date) {
  const week = Math.floor((now().getTime() - appeal.dueAt.getTime()) / (7 * DAY))
  const deciders = await decidersOf(appeal)
  await transaction(async tx => {
    for (const { personId, address } of deciders) {
      await notify(tx, {
        template: 'appeal-overdue',
        to: address,
        params: { appealId: appeal.id },
        subjectId: appeal.id,
        dedupeKey: `appeal-overdue:${appeal.id}:${personId}:${week}`,
        runAt,
      })
    }
  })
}
