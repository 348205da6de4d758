import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import '~/domain/letters.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import type { Notification } from '~/domain/notification.server'
import { answersTo } from '~/domain/reply-address.server'
import { askStudent } from '~/domain/thread.server'
import { readiness } from '~/health.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { runDueJobs } from '~/lib/jobs.server'
import { findRequest, type AskedRequest } from '~/domain/request.server'
import { cast } from '../cast'
import { lettersTo } from '../letterbox'
import { deliveryReport, openMailIn, plainMail, REPLIES, type MailIn } from '../mail-in'
import { endorse, eventsAbout, openScene, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
let mailIn: MailIn
const eleni = people.eleni.email
const ana = cast.ana.email

beforeAll(async () => {
  scene = await openScene()
  mailIn = await openMailIn()
})
afterAll(() => mailIn.close())

test('rule 5: a letter about a request is answered and comes back at addresses that only its reader knows', async () => {
  const { request, replyTo, bounceTo } = await asked()
  expect(replyTo).toMatch(new RegExp(`^endorser-[0-9a-v]{52}@${REPLIES}$`))
  expect(bounceTo).toMatch(/^bounce-/)
  expect(replyTo.split('@')[0]?.length).toBeLessThanOrEqual(64)
  const toStudent = await addressesOf({ template: 'question-asked', params: { messageId: await question(request) }, ...nobody })
  expect(toStudent.replyTo).toMatch(/^student-/)
  expect(toStudent.bounceTo).toBeUndefined()
  expect(await answersTo({ template: 'password-changed', params: { personId: 'x', at: '' }, ...nobody })).toEqual({})
})

test('a person’s answer becomes a message, without the letter they answer and their signature', async () => {
  const { request, replyTo } = await asked()
  const text = 'Which weeks do you mean?\n\nKind regards\n-- \nEleni Papadaki\n\nOn Mon, 1 Jun 2026 at 10:00, Vouch\n<vouch@localhost> wrote:\n> Dear Eleni Papadaki,\n> Ana D. says'
  await mailIn.send(eleni, replyTo, plainMail({ from: `Eleni <Eleni+work@shorelinefoodbank.example>`, text }))
  expect(await messages(request)).toEqual([['endorser', 'Which weeks do you mean?\n\nKind regards']])
  expect(await again(request)).toMatchObject({ status: 'started', answer: null })
  expect(await eventsAbout(request.id)).toContain('request.asked')
  const [letter] = await lettersTo(ana)
  expect(letter?.text).toContain('Which weeks do you mean?')
  expect(letter?.text).not.toContain(eleni)
})

test('the student’s answer goes back by mail as well, and only where somebody has asked', async () => {
  const { request } = await asked()
  const { replyTo } = await addressesOf({ template: 'request-undeliverable', params: { requestId: request.id }, ...nobody })
  await mailIn.send(ana, replyTo, plainMail({ from: ana, text: 'Hello?' }))
  expect(await messages(request)).toEqual([])
  await question(request)
  await mailIn.send(ana, replyTo, plainMail({ from: ana, text: 'In February.' }))
  expect((await messages(request)).at(-1)).toEqual(['student', 'In February.'])
  expect((await lettersTo(eleni))[0]?.text).toContain('In February.')
})

test('rule 6: a mail that is handed over twice, or twice at once, is one message', async () => {
  const { request, replyTo } = await asked()
  const raw = plainMail({ from: eleni, text: 'Only once.', messageId: 'same@elsewhere.example' })
  await Promise.all([1, 2].map(() => mailIn.send(eleni, replyTo, raw)))
  await mailIn.send(eleni, replyTo, raw)
  expect(await messages(request)).toEqual([['endorser', 'Only once.']])
  expect(await kinds(request)).toEqual(['reply'])
})

test('nobody else speaks for them: a stranger is told how to go on, once a day, and nothing of it is kept', async () => {
  const { request, replyTo } = await asked()
  for (const text of ['I confirm it all.', 'Did you hear me?']) {
    await mailIn.send('omar@elsewhere.example', replyTo, plainMail({ from: 'omar@elsewhere.example', text }))
  }
  // The student knows the endorser's address, and may know how to write in its name, but not where to.
  await mailIn.send(eleni, replyTo.replace(/^endorser-/, 'student-'), plainMail({ from: eleni, text: 'Mine.' })).catch(() => null)
  expect(await messages(request)).toEqual([])
  expect(await kinds(request)).toEqual(['unknown', 'unknown'])
  const told = await lettersTo('omar@elsewhere.example')
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('from another mailbox')
  expect(JSON.stringify(told)).not.toMatch(/Ana|Eleni|Saturday|\/e\//)
})

test('what is attached is named and not kept, and its sender is told', async () => {
  const { request, replyTo } = await asked()
  await mailIn.send(eleni, replyTo, withFile('Here is the rota.', 3_000_000))
  expect(await messages(request)).toEqual([['endorser', 'Here is the rota.\n\n(Attached, and not kept: rota.pdf.)']])
  expect((await lettersTo(eleni))[0]?.text).toContain('What was attached was not kept: rota.pdf.')
})

test('mail about nothing, or about what is closed, is answered with a sentence', async () => {
  const { request, replyTo } = await asked()
  await endorse(scene, request)
  await db.job.deleteMany({ where: { dedupeKey: { startsWith: 'answer:' } } })
  await mailIn.send(eleni, replyTo, plainMail({ from: eleni, text: 'One more thing.' }))
  expect(await messages(request)).toEqual([])
  expect((await lettersTo(eleni))[0]?.text).toContain('This request is closed')
})

test('an answer to a letter about several is not given to one of them', async () => {
  const requests = [(await asked()).request, (await asked()).request]
  const { replyTo, bounceTo } = await addressesOf({ template: 'waiting', params: { requestIds: requests.map(({ id }) => id) }, ...nobody })
  await db.job.deleteMany({ where: { dedupeKey: { startsWith: 'answer:' } } })
  await mailIn.send(eleni, replyTo, plainMail({ from: eleni, text: 'She was there, he was not.' }))
  for (const request of requests) expect(await messages(request)).toEqual([])
  expect((await lettersTo(eleni))[0]?.text).toMatch(/\/e\/\S+\/waiting/)
  await mailIn.send('', bounceTo ?? '', deliveryReport(eleni))
  for (const request of requests) expect(await again(request)).toMatchObject({ status: 'undeliverable' })
})

test.each([
  ['a report as the standard has it', deliveryReport(eleni)],
  ['Exim’s own', `From: Mail Delivery System <Mailer-Daemon@mx.example>\nX-Failed-Recipients: ${eleni}\nAuto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender\nMessage-ID: <1@mx.example>\n\nThis message was created automatically.\n550 Unrouteable address`],
  ['qmail’s own', `From: MAILER-DAEMON@mx.example\nSubject: failure notice\nMessage-ID: <2@mx.example>\n\nHi. This is the qmail-send program at mx.example.\n<${eleni}>:\nSorry, no mailbox here by that name. (#5.1.1)`],
])('a letter that comes back makes the request undeliverable and the student is told: %s', async (_whose, raw) => {
  const { request, bounceTo } = await asked()
  await mailIn.send('', bounceTo, raw)
  expect(await again(request)).toMatchObject({ status: 'undeliverable' })
  expect(await kinds(request)).toEqual(['bounce'])
  expect((await lettersTo(ana))[0]?.text).toContain('does not deliver to this address')
})

test('what comes back after somebody has read it changes nothing', async () => {
  const { request, bounceTo } = await asked()
  await question(request)
  await mailIn.send('', bounceTo, deliveryReport(eleni))
  expect(await again(request)).toMatchObject({ status: 'started' })
})

test.each([
  ['out of office (RFC 3834)', eleni, { 'Auto-Submitted': 'auto-replied' }],
  ['as programs say it', eleni, { Precedence: 'bulk' }],
  ['as others say it', eleni, { 'X-Autoreply': 'yes' }],
  ['as Exchange says it', eleni, { 'X-Auto-Response-Suppress': 'All' }],
  ['from nobody who wants an answer', '', {}],
])('an answer that no person wrote is ignored: %s', async (_name, sender, headers) => {
  const { request, replyTo } = await asked()
  await mailIn.send(sender, replyTo, plainMail({ from: eleni, text: 'I am away until Monday.', headers: { ...headers } }))
  expect(await messages(request)).toEqual([])
  expect(await again(request)).toMatchObject({ status: 'sent' })
  expect(await kinds(request)).toEqual(['automatic'])
})

test('a letter that is only late has not come back', async () => {
  const { request, bounceTo } = await asked()
  await mailIn.send('', bounceTo, deliveryReport(eleni, 'delayed', '4.4.1'))
  expect(await again(request)).toMatchObject({ status: 'sent' })
})

test('mail confirms nothing, whatever it says', async () => {
  const { request, replyTo } = await asked()
  await mailIn.send(eleni, replyTo, plainMail({ from: eleni, text: 'I confirm everything. Endorsed. Yes. 123456' }))
  expect(await db.endorsement.count({ where: { requestId: request.id } })).toBe(0)
  expect(await again(request)).toMatchObject({ status: 'started', answer: null })
})

test('only addresses of ours are taken, and only so much', async () => {
  const { request, replyTo } = await asked()
  const forged = replyTo.replace(/.@/, at => (at === '0@' ? '1@' : '0@'))
  const mail = plainMail({ from: eleni, text: 'Hello' })
  for (const to of ['ana@northbridge.example', `endorser-${request.id}@${REPLIES}`, forged]) {
    await expect(mailIn.send(eleni, to, mail)).rejects.toMatchObject({ responseCode: 550 })
  }
  await expect(mailIn.send(eleni, replyTo, plainMail({ from: eleni, text: 'long '.repeat(120_000) }))).rejects.toMatchObject({ responseCode: 552 })
  expect(await messages(request)).toEqual([])
  await mailIn.send(eleni, replyTo.toUpperCase(), mail)
  expect(await messages(request)).toHaveLength(1)
})

test('many connections at once are kept within bounds, and the listener says that it is well', async () => {
  const sockets = Array.from({ length: 30 }, () => connect(mailIn.port, '127.0.0.1'))
  const greetings = await Promise.all(sockets.map(async socket => String((await once(socket, 'data'))[0])))
  expect(greetings.filter(words => words.startsWith('421')).length).toBeGreaterThanOrEqual(10)
  for (const socket of sockets) socket.destroy()
  expect(await readiness()).toMatchObject({ inbox: true })
})

/** Asked, and the mail server has taken the letter. */
async function asked() {
  const told = await submittedActivity(scene)
  await runDueJobs()
  const request = await requestOf(told)
  const { replyTo, bounceTo } = await addressesOf({ template: 'endorsement-request', params: { requestId: request.id }, ...nobody })
  return { request, replyTo, bounceTo: bounceTo ?? '' }
}

async function addressesOf(letter: Notification): Promise<{ replyTo: string; bounceTo: string | undefined }> {
  const { replyTo, bounceTo } = await answersTo(letter)
  return { replyTo: replyTo ?? '', bounceTo: bounceTo ?? undefined }
}

const nobody = { to: '', subjectId: '' }

async function question(request: AskedRequest) {
  await askStudent(endorserOf(request), request.id, { text: 'Which weeks?', after: '' })
  return (await db.message.findFirstOrThrow({ where: { requestId: request.id } })).id
}

async function messages({ id }: AskedRequest) {
  const rows = await db.message.findMany({ where: { requestId: id }, orderBy: { id: 'asc' } })
  return rows.map(({ author, text }) => [author, text])
}

async function kinds({ id }: AskedRequest) {
  return (await db.receivedMail.findMany({ where: { requestId: id } })).map(({ kind }) => kind)
}

const again = async ({ id }: AskedRequest) => found(await findRequest(id))

function withFile(text: string, bytes: number) {
  const lines = Buffer.alloc(bytes, 'x').toString('base64').replace(/.{76}/g, '$&\n')
  return `From: ${eleni}
Subject: Re: A student asks for your word
Message-ID: <file@elsewhere.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="M1"

--M1
Content-Type: text/plain; charset=utf-8

${text}

--M1
Content-Type: application/pdf; name="rota.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="rota.pdf"

${lines}
--M1--
`
}
