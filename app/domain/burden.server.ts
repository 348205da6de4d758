import { DAY, later, now } from '~/lib/clock.server'
import { db, limit, Prisma, read } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { burdenOf, periods, type BurdenRequest, type Period } from './burden'
import { has, mayReviewSome, type PersonActor } from './policy'

/** So many people are looked at for one page; who was asked nothing in it is left out. */
const PAGE = 50

interface Asked {
  /** Null: all that the reader may see. */
  unit: string | null
  days: Period
  /** The id of whom the page begins after: no address stands in a link (rule 11). */
  after: string | null
}

export function askedBurden(search: URLSearchParams): Asked {
  const days = periods.find(each => String(each) === search.get('days')) ?? 90
  return { unit: search.get('unit') || null, days, after: search.get('after') }
}

/** What the reader's units ask of whom: a page of people in the order of their addresses. */
export async function listBurden(actor: PersonActor, { unit, days, after }: Asked) {
  allowed(mayReviewSome(actor))
  const units = await unitsOf(actor)
  allowed(unit === null || units.some(({ id }) => id === unit))
  const among = unit === null ? units.map(({ id }) => id) : [unit]
  const since = later(now(), -days * DAY)
  const endorsers = await endorsersOf(actor, after)
  const page = endorsers.slice(0, PAGE)
  const requests = await requestsOf(actor, page.map(({ id }) => id), among, since)
  const rows = page.flatMap(({ id, name, normalised }) => {
    const theirs = requests.filter(({ endorserId }) => endorserId === id)
    return theirs.length === 0 ? [] : [{ id, name, address: normalised, ...burdenOf(theirs, now()) }]
  })
  return { rows, units, unit, days, next: endorsers.length > PAGE ? page.at(-1)?.id ?? null : null }
}

export type BurdenPage = Awaited<ReturnType<typeof listBurden>>

/** A registrar sees every unit, a coordinator theirs and those below. */
function unitsOf(actor: PersonActor) {
  const within = actor.memberships.flatMap(({ role, unitIds }) => (role === 'coordinator' ? [unitIds] : []))
  const isEverywhere = has(actor, 'registrar') || within.includes(null)
  return db.unit.findMany({
    where: { institutionId: actor.institutionId, ...(!isEverywhere && { id: { in: within.flatMap(ids => ids ?? []) } }) },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

/** A page of everybody who was ever asked, through the index; who was asked nothing by these units is left out after. */
function endorsersOf({ institutionId }: PersonActor, after: string | null) {
  return read<{ id: string; name: string; normalised: string }>`
    SELECT n."id", n."name", n."normalised" FROM "Endorser" n
    WHERE n."institutionId" = ${institutionId} AND n."normalised" >
      COALESCE((SELECT b."normalised" FROM "Endorser" b WHERE b."id" = ${after ?? ''}), '')
    ORDER BY n."normalised" ${limit(PAGE + 1)}`
}

async function requestsOf({ institutionId, id }: PersonActor, endorserIds: string[], unitIds: string[], since: Date) {
  if (endorserIds.length === 0 || unitIds.length === 0) return []
  return read<BurdenRequest & { endorserId: string }>`
    SELECT q."endorserId", q."status", q."answer", q."createdAt", q."statusAt"
    FROM "EndorsementRequest" q JOIN "Activity" a ON a."id" = q."activityId"
    WHERE q."institutionId" = ${institutionId} AND q."endorserId" IN (${Prisma.join(endorserIds)})
      AND q."createdAt" >= ${since} AND a."unitId" IN (${Prisma.join(unitIds)}) AND a."studentId" <> ${id}`
}
