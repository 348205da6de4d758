import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, vouch } from '../cli/vouch'
import { ask } from '../routes/asking'
import { tellScene, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

const MEGABYTE = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'vouch-full-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]).status === 0
const reason = isMounted ? '' : ' (skipped: a small disk can only be mounted as root)'

describe.skipIf(!isMounted)(`a full disk${reason}`, () => {
  let scene: RouteScene
  let server: RunningServer

  beforeAll(async () => {
    scene = await tellScene(folder)
    server = await startServer({ PORT: scene.port, LOG_LEVEL: 'silent' }, folder)
  })

  afterAll(async () => {
    await server.stop()
    spawnSync('umount', [folder])
  })

  test('refuses an upload in a sentence, keeps what was typed, and leaves nothing half stored', async () => {
    const before = { files: filesIn('files'), arriving: filesIn('arriving') }
    leave(MEGABYTE)
    const refused = await upload('The rota of all Saturdays')
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Our disk is full')
    expect(refused.page).toContain('value="The rota of all Saturdays"')
    expect({ files: filesIn('files'), arriving: filesIn('arriving') }).toEqual(before)

    makeRoom()
    expect((await upload('The rota of all Saturdays')).status).toBe(302)
    expect(filesIn('files')).toHaveLength(before.files.length + 1)
  })

  test('with not a byte left loses no form it said it kept, and goes on when there is room', async () => {
    const { draft } = scene.things
    const newActivity = { port: scene.port, cookie: scene.cookies.ana, way: 'form', address: '/activities/new', isIndex: false } as const
    const fields = { category: 'club', organisation: 'Debating Society', role: 'Timekeeper', participation: 'onSite', sensitivity: 'normal' }
    leave(0)
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => ask({ ...newActivity, fields: { ...fields, title: `Full ${at}` } })))
    const kept = answers.flatMap(({ status }, at) => (status === 302 ? [`Full ${at}`] : []))
    expect(kept.length).toBeLessThan(40)
    expect(answers.filter(({ status }) => status !== 302 && status < 500)).toEqual([])

    makeRoom()
    expect((await ask({ ...newActivity, fields: { ...fields, title: 'Room again' } })).status).toBe(302)
    const list = await (await fetch(`${server.url}/activities?q=Full`, { headers: { Cookie: scene.cookies.ana } })).text()
    for (const title of kept) expect(list).toContain(title)
    expect((await fetch(`${server.url}/activities/${draft}`, { headers: { Cookie: scene.cookies.ana } })).status).toBe(200)
    expect(await asked(server, 'audit', 'check')).toMatchObject({ isIntact: true })
  })

  test('takes no backup, and keeps no half of one', async () => {
    leave(64 * 1024)
    const archive = join(folder, 'backup.vouch')
    const { code, stdout } = await vouch(server, ['backup', archive])
    expect(code).toBe(1)
    expect(stdout).toContain(`There is no room for ${archive}`)
    expect(existsSync(archive)).toBe(false)
    makeRoom()
    await asked(server, 'backup', archive)
  })

  async function upload(name: string) {
    const form = new FormData()
    for (const [field, value] of Object.entries({ kind: 'file', revision: '1', name, description: '' })) form.set(field, value)
    form.set('file', new Blob(['week,lead,volunteers\n'.repeat(3 * 50_000)], { type: 'text/csv' }), 'rota.csv')
    const answer = await fetch(`${server.url}/activities/${scene.things.draft}/evidence`, {
      method: 'POST', redirect: 'manual', body: form, headers: { Cookie: scene.cookies.ana, Origin: server.url },
    })
    return { status: answer.status, page: await answer.text() }
  }
})

const filler = join(folder, 'filler')

function leave(bytes: number) {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes), 1))
}

function makeRoom() {
  rmSync(filler, { force: true })
}

function filesIn(name: string): string[] {
  const path = join(folder, name)
  return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => entry.name) : []
}
