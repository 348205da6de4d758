import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, vouch } from '../cli/vouch'
import { createDatabase, startPostgres, type Postgres } from '../postgres'
import { startServer, type RunningServer } from './server'

let postgres: Postgres | null
let server: RunningServer

beforeAll(async () => {
  postgres = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const url = process.env['TEST_DATABASE_URL'] ?? postgres?.url ?? ''
  const DATABASE_URL = await createDatabase(url, `vouch_founding_${process.pid}`)
  server = await startServer({ DATABASE_URL, SECRET: 'a secret for tests, long enough to use' })
})

afterAll(async () => {
  await server.remove()
  await postgres?.stop()
})

test('an institution founded beside a server that runs is known to it at once, and the server stays ready', async () => {
  expect((await vouch(server, ['admin', 'create', 'admin@northbridge.example'])).code).toBe(2)
  const founding = '--institution Northbridge --slug northbridge --country IE --time-zone Europe/Dublin'
  const { url } = await asked<{ url: string }>(
    server, 'admin', 'create', 'admin@northbridge.example', ...founding.split(' '),
  )
  const invitation = await fetch(url)
  expect(invitation.status).toBe(200)
  expect(await invitation.text()).toContain('Northbridge')
  const readiness = await fetch(`${server.url}/readyz`)
  expect(await readiness.json()).toMatchObject({ database: true, key: true })
  expect(readiness.status).toBe(200)
  expect(await (await fetch(`${server.url}/issuers/northbridge/did.json`)).text()).toContain('assertionMethod')
})
