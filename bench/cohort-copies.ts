import type { Asking } from './search-crowd'

/** Columns that tell one copy from another; the rest is the same. The students' own rows, in the order they need. */
const copied: readonly { table: string; keys: readonly string[]; whose: string }[] = [
  { table: 'Person', keys: ['id'], whose: `"id" IN (SELECT * FROM students)` },
  { table: 'Enrolment', keys: ['id', 'personId', 'studentNumber'], whose: `"personId" IN (SELECT * FROM students)` },
  { table: 'Activity', keys: ['id', 'studentId', 'approvedRevisionId'], whose: `"id" IN (SELECT * FROM work)` },
  { table: 'Revision', keys: ['id', 'activityId'], whose: `"activityId" IN (SELECT * FROM work)` },
  { table: 'RevisionClaim', keys: ['id', 'revisionId'], whose: `"revisionId" IN (SELECT * FROM revisions)` },
  { table: 'EndorsementRequest', keys: ['id', 'activityId', 'revisionId'], whose: `"activityId" IN (SELECT * FROM work)` },
  {
    table: 'Endorsement', keys: ['id', 'publicId', 'requestId', 'activityId', 'revisionId'],
    whose: `"activityId" IN (SELECT * FROM work)`,
  },
  { table: 'Judgement', keys: ['id', 'endorsementId', 'claimId'], whose: `"claimId" IN (SELECT * FROM claims)` },
  { table: 'Review', keys: ['id', 'activityId', 'revisionId'], whose: `"activityId" IN (SELECT * FROM work)` },
]

/** The rows that are copied, as they were before the first copy. */
const originals = `WITH students AS (SELECT "id" FROM "Person" WHERE "officialName" LIKE 'Student %'),
  work AS (SELECT "id" FROM "Activity" WHERE "studentId" IN (SELECT * FROM students)),
  revisions AS (SELECT "id" FROM "Revision" WHERE "activityId" IN (SELECT * FROM work)),
  claims AS (SELECT "id" FROM "RevisionClaim" WHERE "revisionId" IN (SELECT * FROM revisions))`

const quickly = [
  'PRAGMA foreign_keys = OFF', 'PRAGMA synchronous = OFF', 'PRAGMA cache_size = -2000000',
  'DROP TRIGGER IF EXISTS "Activity_words_insert"',
]

/** So many times as many generated students, with all their work. What only search and sign-in need stays single. */
export async function multiply({ run, all }: Asking, times: number, isSqlite: boolean) {
  const [people] = await all('SELECT COUNT(*) AS "count" FROM "Person"')
  // Rows that are copied point where they should: checking each, or making each findable, is not what is measured.
  for (const statement of isSqlite ? quickly : ['SET session_replication_role = replica']) await run(statement)
  for (const { table, keys, whose } of [...copied].reverse()) {
    const columns = Object.keys((await all(`SELECT * FROM "${table}" LIMIT 1`))[0] ?? {})
    const values = columns.map(column => (keys.includes(column) ? `t."${column}" || c.mark` : `t."${column}"`))
    const copies = Array.from({ length: times - 1 }, (_, at) => `('~${String(people?.['count'])}.${at + 1}')`).join()
    await run(`INSERT INTO "${table}" (${columns.map(column => `"${column}"`).join()})
      ${originals}, copies(mark) AS (VALUES ${copies})
      SELECT ${values.join()} FROM copies c CROSS JOIN "${table}" t WHERE t.${whose}`)
  }
  await run('ANALYZE')
}
