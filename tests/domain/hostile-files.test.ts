import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { addFile, findFile } from '~/domain/evidence-file.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { fileResponse } from '~/lib/file-response.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { hostileFiles, type Hostile } from '../hostile-files'
import { draftedActivity, openScene, type Scene, type Told } from '../story'
import { zip } from '../zip'

const files = await hostileFiles()
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const described = { name: '', description: '', showsPeople: false }
const waiting = () => (existsSync(join(settings().dataDir, 'arriving')) ? readdirSync(join(settings().dataDir, 'arriving')) : [])

async function bring({ student, ...shown }: Told, { name, bytes }: Pick<Hostile, 'name' | 'bytes'>) {
  const arrived = await receive(Readable.from([bytes]), 50_000_000, new Refusal('too large'))
  await addFile(student, shown, described, { ...arrived, name })
}

test('twenty and more of them are in the table', () => {
  expect(files.length).toBeGreaterThanOrEqual(20)
  expect(new Set(files.map(({ what }) => what)).size).toBe(files.length)
})

test.each(files.map(file => [file.what, file] as const))('%s is refused and told why, or harmless', async (_, file) => {
  const told = await draftedActivity(scene)
  const { becomes } = file
  if ('refused' in becomes) {
    const no: unknown = await bring(told, file).then(() => null, (error: unknown) => error)
    expect(no).toBeInstanceOf(Refusal)
    expect(no).toMatchObject({ field: 'file', message: expect.stringMatching(becomes.refused) })
    expect(await db.evidence.count({ where: { activityId: told.id } })).toBe(0)
  } else {
    await bring(told, file)
    const { headers, body, row } = await served(told)
    expect([row.fileName, headers['content-type']]).toEqual([becomes.name, becomes.type])
    if (becomes.without) expect(body.includes(becomes.without)).toBe(false)
    expectToBeSavedOnly(headers)
  }
  expect(waiting()).toEqual([])
})

test('documents without any of it are taken', async () => {
  const told = await draftedActivity(scene)
  const document = zip([
    { name: '[Content_Types].xml', content: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
    { name: 'word/document.xml', content: '<w:document/>' },
  ])
  await bring(told, { name: 'report.docx', bytes: document })
  await bring(told, { name: 'report.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog/OpenAction[2 0 R/Fit]>> endobj\n%%EOF\n') })
  expect(await db.evidence.count({ where: { activityId: told.id } })).toBe(2)
})

async function served({ id, student }: Told) {
  const row = await db.evidence.findFirstOrThrow({ where: { activityId: id } })
  const file = found(await findFile(student, id, row.id))
  const answer = fileResponse({ ...file, stream: () => Readable.from([]) })
  return { row, headers: Object.fromEntries(answer.headers), body: await buffer(file.stream()) }
}

/** Whatever is in it, a browser puts it aside and lets it do nothing. */
function expectToBeSavedOnly(headers: Record<string, string>) {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin', 'content-disposition': expect.stringMatching(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.~-]+$/),
  })
}
