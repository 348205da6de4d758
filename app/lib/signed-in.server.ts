import { read, type MembershipModel, Prisma } from './db.server'

/** Somebody with an account, and what they may be asked: who, in which roles, where. */
export interface SignedIn {
  kind: 'person'
  id: string
  institutionId: string
  usedName: string
  memberships: {
    role: MembershipModel['role']
    /** With the units below; null is the whole institution. */
    unitIds: string[] | null
  }[]
  normalisedAddresses: string[]
}

interface OpenSession {
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  person: SignedIn
}

// Asked at every request, so it is one statement: both databases know `string_agg`, and none of the ids,
// roles and addresses can contain a space, a colon or a comma.
const who = Prisma.sql`
  p."id", p."institutionId", p."usedName",
  (SELECT string_agg(a."normalised", ' ') FROM "EmailAddress" a WHERE a."personId" = p."id") AS "addresses",
  (SELECT string_agg(CAST(m."role" AS TEXT) || ':' || CASE WHEN m."unitId" IS NULL THEN '' ELSE (
      WITH RECURSIVE below("id") AS (
        SELECT m."unitId"
        UNION SELECT u."id" FROM below
          JOIN "Unit" u ON u."institutionId" = m."institutionId" AND u."parentId" = below."id"
      ) SELECT string_agg("id", ',') FROM below
    ) END, ' ') FROM "Membership" m WHERE m."personId" = p."id") AS "memberships"`

interface PersonRow {
  id: string
  institutionId: string
  usedName: string
  addresses: string | null
  memberships: string | null
}

/** Under the hash of the id that the browser holds. */
export async function readSession(hashedId: string): Promise<OpenSession | null> {
  const [row] = await read<(PersonRow & Record<'createdAt' | 'lastSeenAt' | 'expiresAt', Date>)>`
    SELECT s."createdAt", s."lastSeenAt", s."expiresAt", ${who}
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId" WHERE s."id" = ${hashedId}`
  if (!row) return null
  const { createdAt, lastSeenAt, expiresAt } = row
  return { createdAt, lastSeenAt, expiresAt, person: personOf(row) }
}

export async function readPerson(id: string): Promise<SignedIn | null> {
  const [row] = await read<PersonRow>`
    SELECT ${who} FROM "Person" p WHERE p."id" = ${id} AND p."erasedAt" IS NULL`
  return row ? personOf(row) : null
}

function personOf({ id, institutionId, usedName, addresses, memberships }: PersonRow): SignedIn {
  return {
    kind: 'person',
    id,
    institutionId,
    usedName,
    memberships: parts(memberships, ' ').map(membershipOf),
    normalisedAddresses: parts(addresses, ' '),
  }
}

function membershipOf(text: string) {
  const [role = '', unitIds = ''] = text.split(':')
  // The column holds nothing else.
  return { role: role as MembershipModel['role'], unitIds: unitIds === '' ? null : parts(unitIds, ',') }
}

const parts = (text: string | null, separator: string) => (text ? text.split(separator) : [])
