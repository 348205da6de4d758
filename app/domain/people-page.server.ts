import { setImmediate as breath } from 'node:timers/promises'
import { db, limit, Prisma, read } from '~/lib/db.server'
import { isName } from '~/lib/id.server'
import { allowed } from '~/lib/refusal'
import { fold } from './fold'
import { invitationDetails, isOpenInvitation } from './invitation.server'
import { normaliseAddress } from './people'
import { mailAddress } from './people.server'
import { mayDecideOnPeople, type Actor } from './policy'

export const PEOPLE_PAGE = 50

/** Everybody with an account by official name, a page at a time; of a search, whoever has all of its words. */
export async function listPeople(actor: Actor, { after, search }: { after: string | null; search: string }) {
  allowed(mayDecideOnPeople(actor))
  const { institutionId } = actor
  const place = after && isName(after) ? await findPlace(institutionId, after) : null
  const ids = (await idOfAddress(institutionId, search)) ?? (await idsFrom(institutionId, place, search))
  const shown = ids.slice(0, PEOPLE_PAGE)
  const people = await db.person.findMany({
    where: { id: { in: shown } },
    select: {
      id: true,
      officialName: true,
      usedName: true,
      addresses: { where: { isPrimary: true }, select: { address: true }, take: 1 },
      memberships: { select: roleColumns, orderBy: { createdAt: 'asc' } },
    },
  })
  const byId = new Map(people.map(person => [person.id, person]))
  return {
    rows: shown.flatMap(id => {
      const person = byId.get(id)
      if (!person) return []
      const { addresses, memberships, ...names } = person
      return [{ ...names, address: addresses[0]?.address ?? null, roles: memberships.map(roleOf) }]
    }),
    next: ids.length > PEOPLE_PAGE ? (shown.at(-1) ?? null) : null,
  }
}

export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['rows'][number]

/** Who was invited and has not answered, the latest first, a page at a time. */
export async function listInvitations(actor: Actor, before: string | null) {
  allowed(mayDecideOnPeople(actor))
  const { institutionId } = actor
  const links = await db.oneTimeLink.findMany({
    where: { institutionId, ...isOpenInvitation(), ...(before && isName(before) && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PEOPLE_PAGE + 1,
  })
  const shown = links.slice(0, PEOPLE_PAGE)
  return {
    rows: shown.map(link => {
      const { officialName, role, unitId } = invitationDetails(link)
      return { id: link.id, address: link.address, officialName, role, unitId, until: link.expiresAt }
    }),
    next: links.length > PEOPLE_PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>['rows'][number]

export const roleColumns = { id: true, role: true, unit: { select: { name: true } } } as const

type RoleRow = Prisma.MembershipGetPayload<{ select: typeof roleColumns }>

/** `unit` is null where a role is good for the whole institution. */
export const roleOf = ({ id, role, unit }: RoleRow) => ({ id, role, unit: unit?.name ?? null })
export type HeldRole = ReturnType<typeof roleOf>

interface Place {
  id: string
  officialName: string
}

function findPlace(institutionId: string, id: string): Promise<Place | null> {
  return db.person.findFirst({ where: { id, institutionId }, select: { id: true, officialName: true } })
}

/** A whole address is one step in its index, in whichever spelling. Null: it is none, or nobody's. */
async function idOfAddress(institutionId: string, search: string): Promise<string[] | null> {
  const { data: address } = mailAddress.safeParse(search.trim())
  if (!address) return null
  const mailbox = await db.emailAddress.findUnique({
    where: { institutionId_normalised: { institutionId, normalised: normaliseAddress(address) } },
    select: { personId: true },
  })
  return mailbox && [mailbox.personId]
}

/** So few that reading and folding them holds nobody up. */
const AT_ONCE = 500

/** The next page's ids and one more. A search walks on through the names until it has as many. */
async function idsFrom(institutionId: string, place: Place | null, search: string): Promise<string[]> {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return (await namesAfter(institutionId, place, PEOPLE_PAGE + 1)).map(({ id }) => id)
  const ids: string[] = []
  for (let from = place; ids.length <= PEOPLE_PAGE; await breath()) {
    const named = await namesAfter(institutionId, from, AT_ONCE)
    ids.push(...named.filter(each => hasAll(words, each)).map(({ id }) => id))
    if (named.length < AT_ONCE) break
    from = named.at(-1) ?? null
  }
  return ids.slice(0, PEOPLE_PAGE + 1)
}

interface Named extends Place {
  usedName: string
  addresses: string | null
}

/** Folded here, so that case and accents mean nothing in any script. */
function hasAll(words: string[], { officialName, usedName, addresses }: Named) {
  const text = fold(`${officialName} ${usedName} ${addresses ?? ''}`)
  return words.every(word => text.includes(word))
}

function namesAfter(institutionId: string, place: Place | null, rows: number) {
  const later = place
    ? Prisma.sql`AND p."officialName" >= ${place.officialName}
        AND (p."officialName" > ${place.officialName} OR p."id" > ${place.id})`
    : Prisma.empty
  return read<Named>`
    SELECT p."id", p."officialName", p."usedName",
      (SELECT string_agg(a."address", ' ') FROM "EmailAddress" a WHERE a."personId" = p."id") AS "addresses"
    FROM "Person" p
    WHERE p."institutionId" = ${institutionId} AND p."erasedAt" IS NULL ${later}
    ORDER BY p."officialName", p."id" ${limit(rows)}`
}
