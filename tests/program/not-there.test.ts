import { afterAll, beforeAll, expect, test } from 'vitest'
import { common } from '~/messages/en/common'
import { startServer, type RunningServer } from './server'

const { problem } = common
const INSTITUTION = 'Northbridge University'
const CONTACT = 'credentials@northbridge.example'

let server: RunningServer

beforeAll(async () => {
  server = await startServer({ DEMO: '1', LOG_LEVEL: 'info' })
})

afterAll(() => server.remove())

async function visit(path: string) {
  const answer = await fetch(server.url + path)
  return { status: answer.status, html: await answer.text() }
}

test('a mangled link from a mail says what may have happened, who can help, and how to ask for the mail again', async () => {
  const { status, html } = await visit('/e/01a20335-cut-off')
  expect(status).toBe(404)
  expect(html).toContain(`<title>${common.title(problem.asked.title)}</title>`)
  for (const words of [problem.asked.words, INSTITUTION, CONTACT, problem.askAgain]) expect(html).toContain(words)
  expect(html).toContain(`href="mailto:${CONTACT}?subject=`)
})

test('where a credential is not to be seen, the way on leads to where it can be checked', async () => {
  const { status, html } = await visit('/credentials/0000000000000000000000')
  expect(status).toBe(404)
  expect(html).toContain(`<title>${common.title(problem.shown.title)}</title>`)
  expect(html).toMatch(new RegExp(`href="/verify"[^>]*>${problem.verify}`))
  expect(html).toContain(CONTACT)
})

test('an address that leads nowhere has a title, a way on, and no line in the log that calls it a bug', async () => {
  const { status, html } = await visit('/nowhere/at/all')
  expect(status).toBe(404)
  expect(html).toContain(`<title>${common.title(problem.notFound.title)}</title>`)
  expect(html).toContain(problem.home)
  await expect.poll(() => server.output()).toContain('"path":"/nowhere/at/all"')
  expect(server.output()).not.toMatch(/"level":(50|60)|\[object Object\]/)
})
