import { DAY, later, now } from '~/lib/clock.server'
import { db, limit, Prisma, read, transaction } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { awardExpiry as words } from '~/messages/en/award-expiry'
import { awardChunk } from './awarding.server'
import { findAwarding } from './awarding-plan.server'
import type { Offered } from './offer.server'
import { placeOf, placeText } from './place.server'
import { mayAward, type Actor } from './policy'
import { notify } from './notification.server'

const PAGE = 50

/** Days before its end when the holder is told. Who was told is known for less long than this lasts. */
const TOLD_BEFORE = 60
const TOLD_WITHIN = 15

/** Offered again, or renewed. */
const isFollowed = Prisma.sql`EXISTS (SELECT 1 FROM "Award" w WHERE w."institutionId" = c."institutionId"
  AND w."studentId" = c."studentId" AND w."predecessorId" = c."awardId" AND w."status" IN ('offered', 'accepted'))`

interface ExpiringRow {
  id: string
  validUntil: Date
  student: string
  programme: string
}

/** What ends in a month, `2027-03`, and nothing follows; the first to end first, never the reader's own. */
export async function listExpiring(actor: Actor, month: string, after: string | null) {
  allowed(mayAward(actor))
  const place = placeOf(after)
  const from = new Date(`${month}-01T00:00:00Z`)
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
  const own = actor.kind === 'person' ? actor.id : ''
  const rows = await read<ExpiringRow>`
    SELECT c."id", c."validUntil", s."officialName" AS "student", p."title" AS "programme"
    FROM "Credential" c
    JOIN "Person" s ON s."id" = c."studentId"
    JOIN "Award" a ON a."id" = c."awardId"
    JOIN "Programme" p ON p."id" = a."programmeId"
    WHERE c."status" = 'valid' AND c."validUntil" >= ${from} AND c."validUntil" < ${until}
      AND c."institutionId" = ${actor.institutionId} AND c."studentId" <> ${own}
      AND NOT ${isFollowed}
      ${place ? Prisma.sql`AND c."validUntil" >= ${place.at} AND (c."validUntil" > ${place.at} OR c."id" > ${place.id})` : Prisma.empty}
    ORDER BY c."validUntil", c."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? placeText({ at: last.validUntil, id: last.id }) : null }
}

/** Whoever still meets the programme is offered it again, by an award that names the one it follows. */
export async function renewCredentials(actor: Actor, ids: readonly string[]): Promise<Offered> {
  allowed(mayAward(actor))
  const credentials = await db.credential.findMany({
    where: { id: { in: [...ids] }, institutionId: actor.institutionId, status: 'valid', validUntil: { not: null } },
    include: { award: { include: { programme: { select: { seriesId: true } } } } },
  })
  found(credentials.length === new Set(ids).size ? true : null)
  const published = await publishedOf(credentials.map(({ award }) => award.programme.seriesId))
  const offered: Offered = { awardIds: [], alreadyIds: [], notYetIds: [] }
  for (const { award, studentId } of credentials) {
    const awarding = { ...(await findAwarding(actor, found(published.get(award.programme.seriesId)))), round: award.round, predecessorId: award.id }
    const outcome = (await awardChunk(awarding, [studentId])).get(studentId)
    if (outcome?.is === 'offered' || outcome?.is === 'issued') offered.awardIds.push(outcome.awardId)
    else if (outcome?.is === 'already') offered.alreadyIds.push(outcome.awardId)
    else offered.notYetIds.push(studentId)
  }
  return offered
}

/** The version in force of each series; a refusal, before anything is offered, where one has none any more. */
async function publishedOf(seriesIds: readonly string[]): Promise<Map<string, string>> {
  const programmes = await db.programme.findMany({
    where: { seriesId: { in: [...seriesIds] }, status: 'published' }, orderBy: { version: 'asc' }, select: { id: true, seriesId: true },
  })
  const published = new Map(programmes.map(({ seriesId, id }) => [seriesId, id]))
  if (!seriesIds.every(seriesId => published.has(seriesId))) throw new Refusal(words.isRetired, 'credentials')
  return published
}

/** The holder of what ends in sixty days hears of it, once; every day. */
export async function tellOfExpiry(): Promise<void> {
  const [from, until] = [later(now(), (TOLD_BEFORE - TOLD_WITHIN) * DAY), later(now(), TOLD_BEFORE * DAY)]
  for (let after: ExpiringPlace | null = { validUntil: from, id: '' }; after !== null; ) {
    const rows: Due[] = await due(after, until)
    await transaction(async tx => {
      for (const { id, address } of rows) {
        if (!address) continue
        await notify(tx, {
          template: 'credential-expiring', to: address, params: { credentialId: id }, subjectId: id, dedupeKey: `expiring:${id}`,
        })
      }
    })
    after = rows.length === PAGE ? (rows.at(-1) ?? null) : null
  }
}

interface ExpiringPlace {
  validUntil: Date
  id: string
}

interface Due extends ExpiringPlace {
  address: string | null
}

function due(after: ExpiringPlace, until: Date) {
  return read<Due>`
    SELECT c."id", c."validUntil",
      (SELECT e."address" FROM "EmailAddress" e
        WHERE e."personId" = c."studentId" AND e."isPrimary" AND e."confirmedAt" IS NOT NULL ${limit(1)}) AS "address"
    FROM "Credential" c
    WHERE c."status" = 'valid' AND c."validUntil" >= ${after.validUntil} AND c."validUntil" < ${until}
      AND (c."validUntil" > ${after.validUntil} OR c."id" > ${after.id})
      AND NOT ${isFollowed}
    ORDER BY c."validUntil", c."id" ${limit(PAGE)}`
}
