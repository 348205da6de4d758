import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { freePort } from '../postgres'
import { refusedStart, startServer } from './server'

const mail = (port: number) => createTransport({ host: '127.0.0.1', port, ignoreTLS: true })

test('the server listens for answers to its mail until it is stopped, and says so', async () => {
  const port = await freePort()
  const server = await startServer({ MAIL_INBOX_URL: `smtp://127.0.0.1:${port}?domain=replies.northbridge.example` })
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ inbox: true })
  const letter = { from: 'eleni@shorelinefoodbank.example', to: 'ana@replies.northbridge.example', text: 'Hello' }
  await expect(mail(port).sendMail(letter)).rejects.toMatchObject({ responseCode: 550 })
  expect(await server.stop()).toBe(0)
  await expect(mail(port).sendMail(letter)).rejects.toMatchObject({ code: 'ESOCKET' })
  rmSync(server.dataDir, { recursive: true, force: true })
})

test('a start with a setting for it that cannot be meant is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-inbox-'))
  const { code, output } = await refusedStart({ MAIL_INBOX_URL: 'imap://127.0.0.1' }, folder)
  expect(code).toBe(1)
  expect(output).toContain('MAIL_INBOX_URL')
  rmSync(folder, { recursive: true, force: true })
})
