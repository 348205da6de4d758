import Database from 'better-sqlite3'
import pg from 'pg'

/** What stands in the tables for one award that no person offered: each figure counts rows. */
export interface AwardRows {
  id: string
  status: string
  credentials: number
  entries: number
  endorsements: number
  offers: number
  acceptances: number
  offerLetters: number
  reminders: number
  issuedLetters: number
}

const rowsOf = (from: string) => `(SELECT CAST(count(*) AS INTEGER) FROM ${from})`
const ofAward = `"Credential" c WHERE c."awardId" = a."id" AND c."status" = 'valid'`

const AWARDS = `
  SELECT a."id", CAST(a."status" AS TEXT) AS "status",
    ${rowsOf(ofAward)} AS "credentials",
    ${rowsOf(`"StatusEntry" e JOIN "Credential" c ON c."listId" = e."listId" AND c."listIndex" = e."index" WHERE c."awardId" = a."id"`)} AS "entries",
    ${rowsOf(`"CredentialEndorsement" n JOIN "Credential" c ON c."id" = n."credentialId" WHERE c."awardId" = a."id"`)} AS "endorsements",
    ${rowsOf(`"AuditEvent" v WHERE v."subjectId" = a."id" AND v."action" = 'award.offered'`)} AS "offers",
    ${rowsOf(`"AuditEvent" v WHERE v."subjectId" = a."id" AND v."action" = 'award.accepted'`)} AS "acceptances",
    ${rowsOf(`"Job" j WHERE j."dedupeKey" = 'award-offered:' || a."id"`)} AS "offerLetters",
    ${rowsOf(`"Job" j WHERE j."dedupeKey" = 'award-reminder:' || a."id"`)} AS "reminders",
    ${rowsOf(`"Job" j JOIN "Credential" c ON j."dedupeKey" = 'issued:' || c."id" WHERE c."awardId" = a."id"`)} AS "issuedLetters"
  FROM "Award" a WHERE a."offeredById" IS NULL`

/** Reads the tables of a process that has died, without any code of ours: rows of a query in SQL both databases know. */
export type Read = <Row extends object>(sql: string) => Promise<Row[]>

export async function reading<T>(databaseUrl: string, read: (query: Read) => Promise<T>): Promise<T> {
  if (databaseUrl.startsWith('file:')) {
    const database = new Database(databaseUrl.slice('file:'.length))
    return read(async sql => database.prepare<[], never>(sql).all()).finally(() => database.close())
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  return read(async sql => (await client.query<never>(sql)).rows).finally(() => client.end())
}

export function awardRows(read: Read): Promise<AwardRows[]> {
  return read<AwardRows>(AWARDS)
}

/** Rows that belong to nothing: a credential without its award accepted, a place in a list taken for nobody. */
export async function strays(read: Read): Promise<number> {
  const [row] = await read<{ count: number }>(`
    SELECT ${rowsOf(`"Credential" c JOIN "Award" a ON a."id" = c."awardId" WHERE a."status" <> 'accepted'`)}
      + ${rowsOf(`"StatusEntry" e LEFT JOIN "Credential" c ON c."listId" = e."listId" AND c."listIndex" = e."index"
        WHERE c."id" IS NULL AND NOT EXISTS (SELECT 1 FROM "Endorsement" x WHERE x."listId" = e."listId" AND x."listIndex" = e."index")`)}
      + ${rowsOf(`"Job" j WHERE j."dedupeKey" LIKE 'issued:%' AND NOT EXISTS (SELECT 1 FROM "Credential" c WHERE j."dedupeKey" = 'issued:' || c."id")`)} AS "count"`)
  return row?.count ?? NaN
}

const ONE = { credentials: 1, entries: 1, offers: 1, acceptances: 1, offerLetters: 1, reminders: 0, issuedLetters: 1 }
const NONE = { credentials: 0, entries: 0, offers: 1, acceptances: 0, offerLetters: 1, reminders: 1, issuedLetters: 0 }

/** Awards that are neither wholly offered nor wholly accepted. */
export function halfThere(awards: AwardRows[]): AwardRows[] {
  return awards.filter(award => {
    const whole: Record<string, number> = award.status === 'accepted' ? ONE : NONE
    const isWhole = Object.entries(whole).every(([column, count]) => award[column as keyof AwardRows] === count)
    return !isWhole || award.endorsements > 0 !== (award.status === 'accepted')
  })
}
