import { limit, Prisma, read } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { activityColumns, activityRows, type ActivityRow } from './activity-rows.server'
import { fold } from './fold'
import { older, placeOf, placeText, type Place } from './place.server'
import type { PersonActor } from './policy'
import { reviewerNames } from './reviewer-names.server'

const PAGE = 50

export interface ActivityPage {
  rows: ActivityRow[]
  /** What to ask for to see what is older; null when this is all. */
  older: string | null
  /** Who reviews, by unit, where it is one person. */
  reviewers: Record<string, string>
}

/** A student's own activities, newest first, a page at a time. */
export async function listActivities(
  actor: PersonActor,
  { before, search }: { before: string | null; search: string },
): Promise<ActivityPage> {
  const place = placeOf(before)
  const among = search.trim() ? await idsMatching(actor, search, place) : null
  if (among?.length === 0) return { rows: [], older: null, reviewers: {} }
  const rows = await activityRows(Prisma.sql`
    SELECT ${activityColumns} FROM "Activity" a
    WHERE a."institutionId" = ${actor.institutionId} AND a."studentId" = ${actor.id}
      ${among ? Prisma.sql`AND a."id" IN (${Prisma.join(among)})` : older(createdAt, place)}
    ORDER BY a."createdAt" DESC, a."id" DESC ${limit(PAGE + 1)}`)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown,
    older: rows.length > PAGE && last ? placeText({ at: last.createdAt, id: last.id }) : null,
    reviewers: await reviewerNames(actor, shown),
  }
}

/** One of a student's own, with whoever has it now. */
export async function findListed(actor: PersonActor, id: string | undefined) {
  const [row] = await activityRows(Prisma.sql`
    SELECT ${activityColumns} FROM "Activity" a
    WHERE a."id" = ${id ?? ''} AND a."institutionId" = ${actor.institutionId} AND a."studentId" = ${
    actor.id
  }`)
  return found(row)
}

const createdAt = Prisma.sql`a."createdAt"`

/** Folded here, so that case and accents mean nothing in any script; one student's titles are few. */
async function idsMatching({ institutionId, id }: PersonActor, search: string, place: Place | null) {
  const titles = await read<{ id: string; title: string; organisation: string; role: string }>`
    SELECT a."id", a."title", a."organisation", a."role" FROM "Activity" a
    WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id} ${older(createdAt, place)}
    ORDER BY a."createdAt" DESC, a."id" DESC`
  const words = fold(search).split(/\s+/).filter(Boolean)
  return titles
    .filter(({ title, organisation, role }) => {
      const text = fold(`${title} ${organisation} ${role}`)
      return words.every(word => text.includes(word))
    })
    .map(title => title.id)
    .slice(0, PAGE + 1)
}
