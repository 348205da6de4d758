import { afterAll } from 'vitest'
import { createDatabase, startPostgres, type Postgres } from '../postgres'
import { crashTests } from './crash'

let own: Postgres | null = null

crashTests({
  databaseUrl: async () => {
    own = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
    return createDatabase(process.env['TEST_DATABASE_URL'] ?? own?.url ?? '', `vouch_crash_${process.pid}`)
  },
  awards: 30, kills: 10, tamperings: 60,
})

afterAll(() => own?.stop())
