import { db, limit, Prisma, read } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { mayBuildProgrammes, type PersonActor } from './policy'
import type { ProgrammeStatus } from './programme'

const DESIGN_PAGE = 25
const statuses = ['draft', 'inReview', 'published', 'retired'] as const satisfies readonly ProgrammeStatus[]

const version = {
  id: true, seriesId: true, version: true, status: true, title: true, level: true, achievementType: true,
  createdById: true, createdAt: true, publishedById: true, publishedAt: true, reviewDate: true,
} as const

/** All programmes of the institution by the title of their latest version, with every version, a page at a time. */
export async function listDesigns(actor: PersonActor, after: string | null) {
  allowed(mayBuildProgrammes(actor))
  const leads = await latestVersions(actor.institutionId, await placeOf(actor, after))
  const shown = leads.slice(0, DESIGN_PAGE)
  const versions = await db.programme.findMany({
    where: { institutionId: actor.institutionId, seriesId: { in: shown.map(({ seriesId }) => seriesId) } },
    orderBy: { version: 'desc' },
    select: version,
  })
  const names = await namesOf(versions.flatMap(({ createdById, publishedById }) => [createdById, publishedById]))
  const told = versions.map(({ createdById, publishedById, ...row }) => ({
    ...row, maker: names.get(createdById ?? '') ?? null, publisher: names.get(publishedById ?? '') ?? null,
  }))
  return {
    rows: shown.map(({ id, seriesId, title }) => (
      { id, title, versions: told.filter(each => each.seriesId === seriesId) }
    )),
    next: leads.length > DESIGN_PAGE ? shown.at(-1)?.id ?? null : null,
  }
}

export type DesignRow = Awaited<ReturnType<typeof listDesigns>>['rows'][number]

/** Names of people by id, as they are used. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)].flatMap(id => id ?? []) }, erasedAt: null },
    select: { id: true, usedName: true },
  })
  return new Map(people.map(({ id, usedName }) => [id, usedName]))
}

interface Lead {
  id: string
  seriesId: string
  title: string
}

/**
 * Each status is a list of its own in the index, so a page is read from four and merged. The versions that were
 * replaced lie among the retired: those are looked through only as far as the page goes by the others.
 */
async function latestVersions(institutionId: string, place: Lead | null): Promise<Lead[]> {
  const alive = await leadsIn(institutionId, ['draft', 'inReview', 'published'], { place, last: null })
  const last = alive.length > DESIGN_PAGE ? alive.at(-1)?.title ?? null : null
  return leadsIn(institutionId, statuses, { place, last })
}

interface Stretch {
  place: Lead | null
  /** The last title that is of interest. */
  last: string | null
}

function leadsIn(institutionId: string, among: readonly ProgrammeStatus[], { place, last }: Stretch) {
  const within = last === null ? Prisma.empty : Prisma.sql`AND p."title" <= ${last}`
  const lists = among.map(status => Prisma.sql`
    SELECT * FROM (
      SELECT p."id", p."seriesId", p."title" FROM "Programme" p
      WHERE p."institutionId" = ${institutionId} AND p."status" = ${Prisma.raw(`'${status}'`)} ${beyond(place)} ${within}
        AND NOT EXISTS (
          SELECT 1 FROM "Programme" n WHERE n."seriesId" = p."seriesId" AND n."version" > p."version")
      ORDER BY p."title", p."id" ${limit(DESIGN_PAGE + 1)}) AS ${Prisma.raw(`"${status}"`)}`)
  return read<Lead>`
    SELECT "id", "seriesId", "title" FROM (${Prisma.join(lists, ' UNION ALL ')}) AS "all"
    ORDER BY "title", "id" ${limit(DESIGN_PAGE + 1)}`
}

function beyond(place: Lead | null) {
  if (!place) return Prisma.empty
  const { title, id } = place
  return Prisma.sql`AND p."title" >= ${title} AND (p."title" > ${title} OR p."id" > ${id})`
}

function placeOf({ institutionId }: PersonActor, id: string | null) {
  const select = { id: true, seriesId: true, title: true } as const
  return id ? db.programme.findFirst({ where: { id, institutionId }, select }) : null
}
