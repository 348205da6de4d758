import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpack } from '~/standards/carrier'
import { tellScene, type RouteScene } from '../routes/scene'
import { certificateOf, keys, pemOf } from '../seals'
import { refusedStart, startServer, type RunningServer } from './server'

let scene: RouteScene
let server: RunningServer | null = null

beforeAll(async () => {
  scene = await tellScene()
})

afterAll(() => server?.remove())

const DEMONSTRATION = 'Demonstration seal of Northbridge University (self-made)'

test('in a demonstration the seal says that it is self-made, and is the same after a restart', async () => {
  const [first, asked] = [await certificate(), await certificate()]
  expect(first.sealedBy).toBe(DEMONSTRATION)
  expect(asked.pdf.equals(first.pdf)).toBe(true)
  expect(unpack(first.pdf)).toEqual({ text: first.document })
  await server?.stop()
  server = null
  expect(await certificate()).toMatchObject({ sealedBy: DEMONSTRATION, etag: first.etag })
})

test('with a certificate of the institution it is that one, and without any there is none', async () => {
  await restart()
  const theirs = await certificate(files(1, 365))
  await restart()
  const none = await certificate({ PUBLIC_URL: `http://localhost:${scene.port}` })
  expect([theirs.sealedBy, none.sealedBy]).toEqual(['Seal of University of Northbridge', null])
  expect(none.etag).not.toBe(theirs.etag)
  expect(none.pdf.includes('/AcroForm')).toBe(false)
})

test('a start with an expired certificate is refused in a sentence', async () => {
  await restart()
  const { code, output } = await refusedStart({ PORT: scene.port, ...files(30, -1) }, scene.dataDir)
  expect(code).toBe(1)
  expect(output).toMatch(/^Vouch cannot start with these settings\.\n\nSEAL_CERTIFICATE {2}expired on \d{4}-\d\d-\d\d: /)
  expect(output).not.toMatch(/\n\s+at /)
  expect((await certificate()).sealedBy).toBe(DEMONSTRATION)
})

async function certificate(settings: Record<string, string> = {}) {
  server ??= await startServer({ PORT: scene.port, ...settings }, scene.dataDir)
  const path = `${server.url}/credentials/${scene.things.shared}`
  const answer = await fetch(`${path}.pdf`)
  expect(answer.status).toBe(200)
  const pdf = Buffer.from(await answer.arrayBuffer())
  const name = /\/SubFilter \/ETSI\.CAdES\.detached\n\/Name \(((?:\\.|[^\\)])*)\)/.exec(pdf.toString('latin1'))?.[1]
  const document = await (await fetch(`${path}.json`)).text()
  return { pdf, document, etag: answer.headers.get('etag'), sealedBy: name?.replaceAll('\\', '') ?? null }
}

async function restart() {
  await server?.stop()
  server = null
}

function files(since: number, days: number) {
  const key = keys['RSA-3072']()
  const [SEAL_CERTIFICATE, SEAL_KEY] = [join(scene.dataDir, 'seal.pem'), join(scene.dataDir, 'seal.key')]
  writeFileSync(SEAL_CERTIFICATE, certificateOf(key, undefined, -since, days))
  writeFileSync(SEAL_KEY, pemOf(key))
  return { SEAL_CERTIFICATE, SEAL_KEY }
}
