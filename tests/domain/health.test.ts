import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { readiness } from '~/health.server'
import { settings } from '~/lib/env.server'
import { freePort } from '../postgres'

test('however often it is asked whether all is well, the mail server is asked once in a while', async () => {
  let calls = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      calls++
      done()
    },
  })
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  Object.assign(settings(), { mailUrl: `smtp://127.0.0.1:${port}` })

  const answers = await Promise.all(Array.from({ length: 50 }, readiness))
  expect(answers.every(({ mail }) => mail)).toBe(true)
  expect((await readiness()).mail).toBe(true)
  expect(calls).toBe(1)

  await new Promise<void>(resolve => server.close(resolve))
  const closed = performance.now()
  while ((await readiness()).mail && performance.now() - closed < 10_000) await wait(100)
  expect((await readiness()).mail).toBe(false)
})
