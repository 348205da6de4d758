import { afterAll, beforeAll, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { vouch } from '../cli/vouch'
import { freePort } from '../postgres'
import { ask } from '../routes/asking'
import { tellScene, type RouteScene } from '../routes/scene'
import { openPostOffice } from './post-office'
import { startServer, type RunningServer } from './server'

const eleni = 'eleni@shorelinefoodbank.example'
let scene: RouteScene
let mailPort: number
let server: RunningServer

beforeAll(async () => {
  scene = await tellScene()
  mailPort = await freePort()
  server = await startServer(settings(), scene.dataDir, '/healthz')
})

afterAll(async () => {
  await server.stop()
  rmSync(scene.dataDir, { recursive: true, force: true })
})

test('a mail server that is closed is said to be so', async () => {
  const readiness = await fetch(`${server.url}/readyz`)
  expect(readiness.status).toBe(503)
  expect(await readiness.json()).toMatchObject({ database: true, mail: false })
  const doctor = await vouch(server, ['doctor'])
  expect(doctor.code).toBe(1)
  expect(doctor.stdout).toMatch(/look +mail +the mail server does not answer/)
})

test('rule 13: what is asked for meanwhile waits, and leaves once when the mail server is back', async () => {
  const { draft } = scene.things
  const { status } = await ask({
    port: scene.port, cookie: scene.cookies.ana, way: 'form', address: `/activities/${draft}/who`, isIndex: false,
    fields: { 'revision': '1', 'then': 'ask', 'declaration': 'on', 'invitees[0].name': 'Eleni Papadaki', 'invitees[0].email': eleni },
  })
  expect(status).toBe(302)
  await wait(2_000)
  await server.stop()

  const office = await openPostOffice(mailPort)
  // Later, when the next try is due.
  server = await startServer({ ...settings(), VOUCH_CLOCK_OFFSET: String(10 * 60_000) }, scene.dataDir)
  const letter = await office.take(eleni)
  expect(letter.text).toContain(`${server.url}/e/`)
  await wait(2_000)
  expect(office.letters.filter(({ to }) => to?.some(({ address }) => address === eleni))).toHaveLength(1)
  await office.close()
})

function settings() {
  return { PORT: scene.port, MAIL_URL: `smtp://127.0.0.1:${mailPort}`, DEMO: '1' }
}
