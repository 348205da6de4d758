import { afterAll, beforeAll, expect, test } from 'vitest'
import { settings } from '~/lib/env.server'
import { canReachMailServer, sendMail, Undeliverable } from '~/lib/mail.server'
import { findMail, listMail } from '~/lib/mailbox.server'
import { openPostOffice, type PostOffice } from '../program/post-office'

const letter = {
  to: 'ana@northbridge.example',
  subject: 'Línea, 線, خط',
  text: 'Dear Ana,\nall is well.',
  html: '<p>Dear Ana</p>',
  messageId: '0190-job@localhost',
}
let post: PostOffice

beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const through = (mailUrl: string) => Object.assign(settings(), { mailUrl })

test('mail goes out by SMTP as one letter with text, page and a name of its own', async () => {
  through(post.url)
  expect(await canReachMailServer()).toBe(true)
  await sendMail({
    ...letter,
    attachments: [{ filename: 'endorsement.json', content: '{}', contentType: 'application/json' }],
  })
  const arrived = await post.take(letter.to)
  expect(arrived).toMatchObject({
    subject: letter.subject,
    messageId: '<0190-job@localhost>',
    html: expect.stringContaining('Dear Ana'),
  })
  expect(arrived.text?.trim().replace(/\r/g, '')).toBe(letter.text)
  expect(arrived.attachments[0]?.filename).toBe('endorsement.json')
})

test('an address that is nobody’s is told apart from everything that may go better later', async () => {
  through(post.url)
  await expect(sendMail({ ...letter, to: 'eleni@refused.example' })).rejects.toBeInstanceOf(Undeliverable)

  const gone = await openPostOffice()
  await gone.close()
  through(gone.url)
  expect(await canReachMailServer()).toBe(false)
  const refusal = await sendMail(letter).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Error)
  expect(refusal).not.toBeInstanceOf(Undeliverable)
})

test('an address cannot smuggle in a second receiver', async () => {
  through(post.url)
  await sendMail({ ...letter, to: 'eleni@shorelinefoodbank.example' })
  const sent = post.letters.length
  await sendMail({ ...letter, to: 'eleni@shorelinefoodbank.example, omar@northbridge.example' }).catch(
    () => undefined,
  )
  expect(post.letters.slice(sent).flatMap(mail => mail.to?.map(to => to.address))).not.toContain(
    'omar@northbridge.example',
  )
})

test('without a mail server letters are kept here, and a repeat replaces what it repeats', async () => {
  through('mailbox:')
  expect(await canReachMailServer()).toBe(true)
  await sendMail({ ...letter, messageId: '0001@localhost' })
  await sendMail({ ...letter, messageId: '0002@localhost', subject: 'The second' })
  await sendMail({ ...letter, messageId: '0002@localhost', subject: 'The second' })
  expect((await listMail()).map(mail => mail.subject)).toEqual(['The second', letter.subject])
  expect(await findMail('0001')).toMatchObject({
    to: letter.to,
    text: expect.stringContaining('all is well'),
  })
  expect(await findMail('../secret')).toBeNull()
})
