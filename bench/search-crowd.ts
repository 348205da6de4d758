import Database from 'better-sqlite3'
import pg from 'pg'
import { newId } from '../app/lib/id.server'

/** Asks one database, whichever it is. */
export interface Asking {
  run(sql: string): Promise<void>
  all(sql: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

export function askingSqlite(file: string): Asking {
  const database = new Database(file, { timeout: 60_000 })
  return {
    run: async sql => void database.exec(sql),
    all: async sql => database.prepare<[], Record<string, unknown>>(sql).all(),
    close: async () => void database.close(),
  }
}

export async function askingPostgres(url: string): Promise<Asking> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    run: async sql => void (await client.query(sql)),
    all: async sql => (await client.query<Record<string, unknown>>(sql)).rows,
    close: () => client.end(),
  }
}

const STUDENTS = 5_000
const ACTIVITIES = 200_000
const OPPORTUNITIES = 10_000
const AT_ONCE = 500

/** Rows of the demo under other names: half of them are called volunteering, one in 4,000 observatory. */
export async function addWords({ run, all }: Asking) {
  const students = Array.from({ length: STUDENTS }, newId)
  await rows(
    STUDENTS,
    n => `('${students[n]}', 'Student ${names[n % names.length]} ${n}')`,
    values =>
      run(`INSERT INTO "Person" ("id", "institutionId", "officialName", "usedName", "createdAt")
      SELECT v.column1, t."institutionId", v.column2, v.column2, t."createdAt" FROM (VALUES ${values}) v,
      (SELECT * FROM "Person" LIMIT 1) t`),
  )
  const units = (await all('SELECT "id" FROM "Unit" ORDER BY "id"')).map(({ id }) => String(id))
  const unit = (n: number) => units[n % units.length]
  await rows(
    OPPORTUNITIES,
    n => `('${newId()}', '${unit(n)}', '${title(n)}', '${organisation(n)}')`,
    values =>
      run(`INSERT INTO "Opportunity" ("id", "unitId", "title", "organisation", "institutionId", "category",
      "description", "validatorName", "validatorEmail", "folded", "createdAt", "openedAt")
      SELECT v.column1, v.column2, v.column3, v.column4, t."institutionId", t."category", t."description",
      t."validatorName", t."validatorEmail", t."folded", t."createdAt", t."createdAt"
      FROM (VALUES ${values}) v, (SELECT * FROM "Opportunity" LIMIT 1) t`),
  )
  const who = (n: number) => students[n % STUDENTS]
  await rows(
    ACTIVITIES,
    n => `('${newId()}', '${who(n)}', '${unit(n)}', '${title(n)}', '${organisation(n)}')`,
    values =>
      run(`INSERT INTO "Activity" ("id", "studentId", "unitId", "title", "organisation", "institutionId",
      "category", "role", "status", "createdAt", "statusAt")
      SELECT v.column1, v.column2, v.column3, v.column4, v.column5, t."institutionId", t."category", t."role",
      t."status", t."createdAt", t."statusAt" FROM (VALUES ${values}) v,
      (SELECT * FROM "Activity" WHERE "status" = 'approved' LIMIT 1) t`),
  )
  await run('ANALYZE')
}

const names = ['Amal', 'Bruno', 'Chiara', 'Dewi', 'Élodie', 'Farid', 'Grażyna', 'Hana', 'Ines', 'Jiří']
const places = ['Harbour', 'Northgate', 'Riverside', 'Old Town', 'Campus', 'Meadow', 'Station']
const groups = [
  'Choir',
  'Rowing Club',
  'Food Bank',
  'Debating Society',
  'Repair Café',
  'Orchestra',
  'Law Clinic',
]

function title(n: number) {
  const rare = n % 4_000 === 0 ? ' observatory' : ''
  return `${n % 2 ? 'Volunteering' : 'Tutoring'} ${n % 3 ? 'weekly' : 'monthly'}${rare} ${n}`
}

const organisation = (n: number) => `${places[n % places.length]} ${groups[n % groups.length]}`

async function rows(count: number, row: (n: number) => string, insert: (values: string) => Promise<void>) {
  for (let from = 0; from < count; from += AT_ONCE) {
    await insert(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => row(from + at)).join())
  }
}
