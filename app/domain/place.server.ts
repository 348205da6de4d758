import { Prisma } from '~/lib/db.server'

/** Where a page of a list ends: a moment, and the id among those of one moment. */
export interface Place {
  at: Date
  id: string
}

/** As it stands in an address. */
export function placeText({ at, id }: Place) {
  return `${at.getTime()}_${id}`
}

export function placeOf(text: string | null): Place | null {
  const [, moment = '', id = ''] = /^(\d{1,14})_([\w-]{1,40})$/.exec(text ?? '') ?? []
  return id ? { at: new Date(Number(moment)), id } : null
}

// Written out, since SQLite reads everything for a comparison of rows once other tables are joined.

/** What comes after it where the latest come first. */
export function older(moment: Prisma.Sql, place: Place | null) {
  if (!place) return Prisma.empty
  const { at, id } = place
  return Prisma.sql`AND ${moment} <= ${at} AND (${moment} < ${at} OR a."id" < ${id})`
}

/** What comes after it where the oldest come first. */
export function newer(moment: Prisma.Sql, place: Place | null) {
  if (!place) return Prisma.empty
  const { at, id } = place
  return Prisma.sql`AND ${moment} >= ${at} AND (${moment} > ${at} OR a."id" > ${id})`
}
