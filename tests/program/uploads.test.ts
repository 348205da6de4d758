import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { heicSample } from '../heic-sample'
import { tellScene, type RouteScene } from '../routes/scene'
import { metadata, recording, speaker } from './resumable'
import { startServer, type RunningServer } from './server'

const MEGABYTE = 1_000_000
let scene: RouteScene
let server: RunningServer
let uploads: string

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
  uploads = `/activities/${scene.things.draft}/uploads`
})

afterAll(() => server.remove())

const beginning = (bytes: number, fileName = 'estuary.mp4', revision = '1') => ({
  method: 'POST' as const,
  headers: { 'Upload-Length': String(bytes), 'Upload-Metadata': metadata({ fileName, revision, name: 'The whole day', description: '', showsPeople: 'on' }) },
})

test('a film of 500 MB comes whole after the line broke three times, and the server never holds more than a little of it', async () => {
  const film = recording(500 * MEGABYTE)
  const ana = speaker(server.url, scene.cookies.ana)
  const begun = await ana.ask(uploads, beginning(film.bytes))
  expect([begun.status, begun.headers['access-control-allow-origin']]).toEqual([201, undefined])
  const path = begun.headers.location ?? ''
  expect(path).toMatch(new RegExp(`^${uploads}/[\\w-]{36}$`))

  const before = memory()
  let from = 0
  for (const broken of [120, 260, 390]) {
    expect(await ana.send(path, film, from, broken * MEGABYTE)).toBeNull()
    from = await offset(ana, path)
    expect(from).toBeGreaterThan((broken - 60) * MEGABYTE)
    expect(from).toBeLessThanOrEqual(broken * MEGABYTE)
  }
  expect((await ana.send(path, film, from, film.bytes))?.status).toBe(204)
  const grown = peakMemory() - before
  process.stdout.write(`memory grew by ${Math.round(grown)} MB at its highest\n`)
  expect(grown).toBeLessThan(150)

  const { digest, name, fileName, bytes } = kept(path.split('/').at(-1) ?? '')
  expect([digest, name, fileName, bytes]).toEqual([film.digest(), 'The whole day', 'estuary.mp4', film.bytes])
  expect(await digestOnDisk(digest)).toBe(digest)
  expect(readdirSync(join(scene.dataDir, 'uploads'))).toEqual([])
  expect(await offset(ana, path), 'who did not hear the last answer hears it now').toBe(film.bytes)
})

test('rule 11: an upload is there for the student whose draft it is, and for nobody else', async () => {
  const { cookies, things } = scene
  const ana = speaker(server.url, cookies.ana)
  const path = (await ana.ask(uploads, beginning(30 * MEGABYTE))).headers.location ?? ''
  for (const cookie of [cookies.chidi, cookies.mina, cookies.eleni]) {
    const other = speaker(server.url, cookie)
    const expected = cookie === cookies.eleni ? 401 : 404
    expect((await other.ask(path, { method: 'HEAD' })).status).toBe(expected)
    expect((await other.ask(path, { method: 'DELETE' })).status).toBe(expected)
    expect((await other.ask(uploads, beginning(30 * MEGABYTE))).status).toBe(expected)
  }
  expect((await speaker(server.url, '').ask(path, { method: 'HEAD' })).status).toBe(401)
  expect((await ana.ask(`/activities/${things.submitted}/uploads`, beginning(30 * MEGABYTE))).status).toBe(422)
  expect((await ana.ask(path, { method: 'HEAD', headers: { 'Sec-Fetch-Site': 'cross-site' } })).headers['access-control-allow-origin']).toBeUndefined()
  expect((await ana.ask(path, { method: 'DELETE', headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
  expect((await ana.ask(path, { method: 'DELETE' })).status).toBe(204)
  expect((await ana.ask(path, { method: 'HEAD' })).status).toBe(404)
})

test('what is no recording, too large or of an old version is refused in a sentence, before or after it came', async () => {
  const ana = speaker(server.url, scene.cookies.ana)
  const refused = async (...of: Parameters<typeof beginning>) => (await ana.ask(uploads, beginning(...of))).body
  expect(await refused(30 * MEGABYTE, 'report.pdf')).toContain('Only recordings may be')
  expect(await refused(1_000_000_001)).toContain('larger than 1 GB')
  expect(await refused(30 * MEGABYTE, 'film.mp4', '9')).toContain('Others have this version')

  const page = { ...recording(30 * MEGABYTE), read: (from: number, to: number) => Buffer.alloc(to - from, '<script>') }
  for (const broken of [0, MEGABYTE]) {
    const path = (await ana.ask(uploads, beginning(page.bytes))).headers.location ?? ''
    if (broken > 0) expect(await ana.send(path, page, 0, broken)).toBeNull()
    const from = await offset(ana, path)
    // With a megabyte there, the next piece is not waited for to the end.
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) }
    const told = from > 0 ? await ana.ask(path, { method: 'PATCH', headers }) : await ana.send(path, page, 0, page.bytes)
    expect([told?.status, told?.body]).toEqual([422, 'It is called .mp4 but holds something else. Save it again under its own type.'])
    expect(readdirSync(join(scene.dataDir, 'uploads'))).toEqual([])
  }
})

test('a photo from a phone is turned in a thread of its own, and one that is broken is refused while the server goes on', async () => {
  const send = async (bytes: Buffer) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ revision: '1', name: '', description: '' })) form.set(name, value)
    form.set('file', new File([new Uint8Array(bytes)], 'IMG_0042.HEIC'))
    const headers = { Cookie: scene.cookies.ana, Origin: server.url }
    const answer = await fetch(`${server.url}/activities/${scene.things.draft}/files`, { method: 'POST', body: form, headers })
    return [answer.status, await answer.json()]
  }
  expect(await send(heicSample)).toEqual([200, {}])
  expect(await send(heicSample.subarray(0, 480))).toEqual([422, { error: expect.stringContaining('cannot read this picture') }])
  const page = await (await fetch(`${server.url}/activities/${scene.things.draft}/evidence`, { headers: { Cookie: scene.cookies.ana } })).text()
  expect(page).toContain('IMG_0042.jpg')
})

async function offset(who: ReturnType<typeof speaker>, path: string) {
  return Number((await who.ask(path, { method: 'HEAD' })).headers['upload-offset'])
}

/** In megabytes: what the process has in memory, and the most it ever had. */
const memory = () => statusOf('VmRSS')
const peakMemory = () => statusOf('VmHWM')
const statusOf = (line: string) => Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1000

interface KeptFile {
  digest: string
  name: string
  fileName: string
  bytes: number
}

function kept(id: string): KeptFile {
  const database = new Database(join(scene.dataDir, 'vouch.db'), { readonly: true })
  const row = database
    .prepare<[string], KeptFile>('SELECT f."digest", e."name", e."fileName", f."bytes" FROM "Evidence" e JOIN "StoredFile" f ON f."digest" = e."fileDigest" WHERE e."id" = ?')
    .get(id)
  database.close()
  if (!row) throw new Error('It is no evidence.')
  return row
}

/** Of the bytes on the disk, wherever the institution keeps them. */
async function digestOnDisk(digest: string) {
  const files = join(scene.dataDir, 'files')
  const path = readdirSync(files).map(institution => join(files, institution, digest.slice(0, 2), digest)).find(each => existsSync(each))
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path ?? '') as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
