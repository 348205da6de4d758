import Database from 'better-sqlite3'
import pg from 'pg'

/** A statement with what it asks about, for whoever reads it elsewhere. */
export interface Reading {
  sql: string
  values: readonly unknown[]
}

export interface Source {
  database: 'sqlite' | 'postgresql'
  databaseUrl: string
}

/** The database as it is at one moment, for reads that take seconds. They are told in no order but their own. */
export interface Snapshot {
  /** Rows as lists of their columns, so many at a time, as the database has them: it may be 1 for true. */
  rows(reading: Reading): AsyncGenerator<unknown[][]>
  close(): Promise<void>
}

/** A connection of its own, which cannot write: in a thread, nobody waits for what is read here. */
export function openSnapshot({ database, databaseUrl }: Source): Promise<Snapshot> {
  return database === 'sqlite' ? ofSqlite(databaseUrl.slice('file:'.length)) : ofPostgres(databaseUrl)
}

const AT_ONCE = 2_000

async function ofSqlite(file: string): Promise<Snapshot> {
  const connection = new Database(file, { readonly: true, timeout: 5_000 })
  connection.pragma('temp_store = MEMORY')
  connection.pragma('cache_size = -65536')
  connection.exec('BEGIN')
  return {
    async *rows({ sql, values }) {
      let batch: unknown[][] = []
      for (const row of connection.prepare(sql).raw().iterate(...values.map(asSqlite))) {
        batch.push(row as unknown[]) // what `raw` promises
        if (batch.length < AT_ONCE) continue
        yield batch
        batch = []
      }
      yield batch
    },
    close: async () => void connection.close(),
  }
}

/** As the client writes moments, so that they compare. */
function asSqlite(value: unknown) {
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}

/** The planner is told that all will be read, and may use the memory that sorting and joining it takes. */
const whole = [
  'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'SET LOCAL cursor_tuple_fraction = 1',
  `SET LOCAL work_mem = '64MB'`,
  'SET LOCAL jit = off',
]

async function ofPostgres(connectionString: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString, types })
  await client.connect()
  for (const statement of whole) await client.query(statement)
  return {
    async *rows({ sql, values }) {
      await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${sql}`, values.map(asPostgres))
      const next = () => client.query<unknown[]>({ text: `FETCH ${AT_ONCE} FROM reading`, rowMode: 'array' })
      // The next rows are on their way while these are looked at.
      for (let coming = next(); ; ) {
        const { rows } = await coming
        if (rows.length === 0) break
        coming = next()
        yield rows
      }
      await client.query('CLOSE reading')
    },
    close: () => client.end(),
  }
}

/** Its driver takes moments for local ones, both ways; ours are UTC. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === pg.types.builtins.TIMESTAMP
      ? (moment: string) => `${moment.replace(' ', 'T')}Z`
      : pg.types.getTypeParser(id, format),
}

const asPostgres = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
