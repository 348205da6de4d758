import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLink } from '~/domain/evidence.server'
import { readLink } from '~/domain/evidence-link.server'
import { titleIn } from '~/domain/page-title'
import { submitActivity } from '~/domain/submission.server'
import { db } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { draftedActivity, openScene, type Scene } from '../story'

const pages: Record<string, [type: string, body: string]> = {
  '/rota': ['text/html; charset=utf-8', '<!doctype html><html><head><title>\n  Rota &amp; hand&#111;ver &#x2013; Großmarkt\u202E </title></head>'],
  '/untitled': ['text/html', '<h1>Rota</h1>'],
  '/rota.json': ['application/json', '{"title": "<title>Rota</title>"}'],
}

const site = createServer((request, response) => {
  const [type, body] = pages[request.url ?? ''] ?? ['text/html', '']
  response.writeHead(pages[request.url ?? ''] ? 200 : 404, { 'Content-Type': type }).end(body)
})
let origin = ''
let scene: Scene

beforeAll(async () => {
  scene = await openScene()
  await once(site.listen(0, '127.0.0.1'), 'listening')
  const address = site.address()
  origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(() => site.close())

test('a page’s title is one line of plain text, whatever it was written as', () => {
  const [, body] = pages['/rota'] ?? ['', '']
  expect(titleIn(body)).toBe('Rota & handover – Großmarkt')
  expect(titleIn('<title data-x="1">&lt;script&gt;alert(1)&lt;/script&gt;</title>')).toBe('<script>alert(1)</script>')
  expect(titleIn(`<title>${'long '.repeat(300)}</title>`)).toHaveLength(200)
  expect(titleIn('<title>&#xD800;&#1114112;&unknown;</title>')).toBe('\uFFFD&#1114112;&unknown;')
  expect([titleIn(''), titleIn('<title> </title>'), titleIn('<p>title</p>')]).toEqual([null, null, null])
})

async function linked(path: string) {
  const told = await draftedActivity(scene)
  const { student, ...shown } = told
  await addLink(student, shown, { url: `${origin}${path}`, name: 'Rota', description: '', showsPeople: false })
  const kept = () => db.evidence.findFirstOrThrow({ where: { activityId: shown.id } })
  return { told, kept, id: (await kept()).id }
}

test('a link is kept at once; what its page calls itself comes after it, with the day it was read', async () => {
  const { kept, id } = await linked('/rota')
  expect(await kept()).toMatchObject({ kind: 'link', linkTitle: '', linkReadAt: null })
  await readLink(id, { ownOrigin: origin })
  expect(await kept()).toMatchObject({ linkTitle: 'Rota & handover – Großmarkt', linkReadAt: expect.any(Date) })
})

test('no page inside the house is read for anybody, and a link stays without a title; its job is done with', async () => {
  const { kept } = await linked('/rota')
  expect(await db.job.count({ where: { kind: 'read-link', doneAt: null } })).toBeGreaterThan(0)
  await runDueJobs()
  expect(await db.job.count({ where: { kind: 'read-link', doneAt: null } })).toBe(0)
  expect(await kept()).toMatchObject({ linkTitle: '', linkReadAt: null })
})

test('what is no page, has no title or is not there leaves a link as it is', async () => {
  for (const path of ['/untitled', '/rota.json', '/gone']) {
    const { kept, id } = await linked(path)
    await readLink(id, { ownOrigin: origin })
    expect(await kept(), path).toMatchObject({ linkTitle: '', linkReadAt: null })
  }
})

test('rule 2: what a version holds stays as it was submitted, whatever its page says later', async () => {
  const { told, kept, id } = await linked('/rota')
  await submitActivity(told.student, told, true)
  await readLink(id, { ownOrigin: origin })
  expect(await kept()).toMatchObject({ linkTitle: '', linkReadAt: null })
})
