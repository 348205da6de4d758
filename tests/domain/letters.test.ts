import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportRequest } from '~/domain/concern.server'
import { endorserOf, sendCode } from '~/domain/confirmation-code.server'
import { askAlso } from '~/domain/further-request.server'
import { handOver } from '~/domain/hand-over.server'
import { invite } from '~/domain/invitation.server'
import { notify, onDelivered, onUndeliverable, type Notification } from '~/domain/notification.server'
import { makeLink } from '~/domain/one-time-link.server'
import { actorFor } from '~/domain/people.server'
import { findRequest, requestPath, type AskedRequest } from '~/domain/request.server'
import { answerEndorser, askStudent } from '~/domain/thread.server'
import { issueTranscript } from '~/domain/transcript-issue.server'
import { HOUR, now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { runDueJobs } from '~/lib/jobs.server'
import { listMail } from '~/lib/mailbox.server'
import { found } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import { findHouseOfCast } from '../../prisma/people'
import { seedDemo } from '../../prisma/seed'
import { cast } from '../cast'
import { lettersTo } from '../letterbox'
import { openPostOffice, type PostOffice } from '../program/post-office'

await seedDemo()
const { institutionId, personIds } = await findHouseOfCast()
const TO = 'reader@northbridge.example'
let post: PostOffice

beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const send = (notification: Notification) => transaction(tx => notify(tx, notification))

async function received(template: Notification['template'], params: Record<string, string>) {
  const before = (await listMail()).map(({ name }) => name)
  // The table below pairs each template with its own params.
  await send({ template, params, to: TO, subjectId: 'subject' } as Notification)
  await runDueJobs()
  return (await listMail()).filter(({ name, to }) => to === TO && !before.includes(name))
}

/** Something of the demo for each letter to be about. */
async function subjects() {
  const about = { institutionId, address: TO, lasts: HOUR, personId: personIds.ana }
  const details = { officialName: 'Ana', role: 'student', unitId: null }
  const [confirmation, invitation, reset] = await transaction(async tx => [
    await makeLink(tx, { ...about, purpose: 'confirmation' }),
    await makeLink(tx, { ...about, purpose: 'invitation', details }),
    await makeLink(tx, { ...about, purpose: 'passwordReset' }),
  ])
  const request = found(await openRequest())
  await sendCode(request, 'browser')
  const code = await db.confirmationCode.findFirstOrThrow()
  const endorsement = await db.endorsement.findFirstOrThrow({ include: { revision: true } })
  const review = await db.review.findFirstOrThrow()
  const award = await db.award.findFirstOrThrow()
  const credential = await db.credential.findFirstOrThrow()
  await db.credential.update({ where: { id: credential.id }, data: { validUntil: new Date('2031-03-02T10:00:00Z') } })
  await db.award.update({ where: { id: award.id }, data: { status: 'offered' } })
  return {
    confirmation,
    invitation,
    reset,
    ...(await between(request)),
    request: request.id,
    code: code.id,
    endorsement,
    review,
    award: award.id,
    credential: credential.id,
    transcript: await issueTranscript(found(await actorFor(personIds.rosa)), personIds.ana, {
      recipient: 'Shoreline Food Bank', basis: 'Her request of 2 November 2026', extent: 'complete', nameForm: 'used',
    }),
  }
}

/** A question and its answer, a request handed over, and a concern. */
async function between(asked: AskedRequest) {
  await askStudent(endorserOf(asked), asked.id, { text: 'Which weeks?', after: '' })
  const question = await db.message.findFirstOrThrow()
  const student = found(await actorFor(asked.activity.studentId))
  await answerEndorser(student, asked.id, { text: 'The first four.', after: question.id })
  const reply = await db.message.findFirstOrThrow({ where: { author: 'student' } })
  await reportRequest(endorserOf(asked), asked, { text: 'Not our rota.' })
  const concern = await db.concern.findFirstOrThrow()
  const { revision, activityId, revisionId } = asked
  const also = { name: 'Jonas Weber', email: 'jonas@estuarylab.example', organisation: '', message: '' }
  await askAlso(student, { id: activityId, revision: revision.number }, also)
  const other = await db.endorsementRequest.findFirstOrThrow({ where: { revisionId, endorserName: also.name } })
  const request = found(await findRequest(other.id))
  await handOver(endorserOf(request), other.id, { name: 'Noor Haddad', email: 'noor@estuarylab.example' })
  return { question: question.id, reply: reply.id, concern: concern.id, handedOver: other.id }
}

async function openRequest() {
  const { id } = await db.endorsementRequest.findFirstOrThrow({
    where: { status: { in: ['sent', 'queued'] } },
  })
  return findRequest(id)
}

const given = await subjects()

const letters: [Notification['template'], Record<string, string>, RegExp][] = [
  ['confirm-address', { linkId: given.confirmation ?? '' }, /localhost:3000\/confirmation\/\S+\.[\w-]{22}/],
  ['already-registered', { personId: personIds.ana }, /localhost:3000\/sign-in/],
  ['invitation', { linkId: given.invitation ?? '' }, /as a student[\s\S]*\/invitation\//],
  ['password-reset', { linkId: given.reset ?? '' }, /\/password-reset\//],
  ['password-changed', { personId: personIds.ana, at: '2026-11-22T10:00:00.000Z' }, /22 Nov 2026/],
  ['endorsement-request', { requestId: given.request }, /\/e\/\S+[\s\S]*Please do not ask me again:\n\S+\/stop$/m],
  ['reminder', { requestId: given.request }, /\/e\//],
  ['endorsement-code', { codeId: given.code, requestId: given.request }, /^\d{6}$/m],
  ['endorsement-receipt', { endorsementId: given.endorsement.id }, /You confirmed: /],
  ['request-returned', { requestId: given.request }, /\/activities\//],
  ['request-declined', { requestId: given.request }, /\/activities\//],
  ['request-handed-over', { requestId: given.handedOver }, /to Noor Haddad, who has it now[\s\S]*\/activities\//],
  ['question-asked', { messageId: given.question }, /Which weeks\?[\s\S]*\/activities\/\S+#between/],
  ['question-answered', { messageId: given.reply }, /The first four\.[\s\S]*\/e\/\S+[\s\S]*\/stop$/m],
  ['concern-reported', { concernId: given.concern }, /Not our rota\.[\s\S]*\/concerns\//],
  ['concern-receipt', { concernId: given.concern }, /looks into it/],
  ['request-undeliverable', { requestId: given.request }, /does not deliver to this address/],
  [
    'activity-endorsed',
    { activityId: given.endorsement.activityId, endorsementId: given.endorsement.id },
    /\/activities\//,
  ],
  ['activity-approved', { activityId: given.review.activityId, reviewId: given.review.id }, /counts towards/],
  ['activity-returned', { activityId: given.review.activityId, reviewId: given.review.id }, /\/activities\//],
  ['activity-declined', { activityId: given.review.activityId, reviewId: given.review.id }, /declined/],
  ['activity-rescinded', { activityId: given.review.activityId, reviewId: given.review.id }, /taken back/],
  ['award-offered', { awardId: given.award }, /\/offers\//],
  ['award-reminder', { awardId: given.award }, /\/offers\//],
  ['credential-issued', { credentialId: given.credential }, /\/credentials$/m],
  ['credential-expiring', { credentialId: given.credential }, /good until .*2031/],
  ['credential-revoked', { credentialId: given.credential }, /was revoked/],
  ['transcript-issued', { transcriptId: given.transcript }, /to Shoreline Food Bank\. The basis given: Her request[^]*\/transcripts\//],
]

test.each(letters)(
  'the letter %s says what it has to, names nobody in its subject and leaves nothing open',
  async (template, params, says) => {
    const [letter, ...more] = await received(template, params)
    expect(more).toEqual([])
    expect(letter?.text).toMatch(says)
    expect(letter?.text).not.toMatch(/undefined|null|\[object|NaN/)
    expect(letter?.html).toContain('lang="en"')
    const typed = [
      cast.ana.usedName,
      cast.chidi.usedName,
      ...(await db.activity.findMany()).map(({ title }) => title),
    ]
    for (const words of typed) expect(letter?.subject).not.toContain(words)
  },
)

test('the first letter says who we are and what we keep, and names the student by initial only', async () => {
  const [letter] = await received('endorsement-request', { requestId: given.request })
  const request = found(await findRequest(given.request))
  const { usedName } = request.activity.student
  expect(letter?.text).toContain('Northbridge University records what its students do outside class')
  expect(letter?.text).toContain('we keep your name, this address and what you answer')
  expect(letter?.text).toContain(requestPath(given.request))
  expect(letter?.text).not.toContain(usedName)
  expect(letter?.text).toContain(`${usedName.split(' ')[0]} ${usedName.split(' ')[1]?.[0]}.`)
})

test('rule 5: links and digits are made when the letter leaves, and wait nowhere', async () => {
  const row = JSON.stringify(await db.job.findMany({ where: { kind: 'mail' } }))
  expect(row).not.toContain(digits(given.code))
  expect(row).not.toContain(requestPath(given.request))
})

test('what somebody typed cannot become part of the page', async () => {
  await invite(found(await actorFor(personIds.devi)), {
    address: 'odd@estuarylab.example',
    officialName: '<img src=x onerror=alert(1)> & "friends"',
    role: 'student',
  })
  const [letter] = await lettersTo('odd@estuarylab.example')
  expect(letter?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;friends&quot;')
  expect(letter?.html).not.toContain('<img')
})

test('a request that is withdrawn before its letter leaves is not sent', async () => {
  const { status } = found(await findRequest(given.request))
  await db.endorsementRequest.update({ where: { id: given.request }, data: { status: 'withdrawn' } })
  expect(await received('endorsement-request', { requestId: given.request })).toEqual([])
  await db.endorsementRequest.update({ where: { id: given.request }, data: { status } })
})

test('what ran out, or was undone, before its letter leaves is not sent', async () => {
  const { confirmation = '', invitation = '', reset = '', code, request, review } = given
  await db.oneTimeLink.updateMany({ data: { expiresAt: now() } })
  for (const [template, linkId] of [
    ['confirm-address', confirmation],
    ['invitation', invitation],
    ['password-reset', reset],
  ] as const)
    expect(await received(template, { linkId })).toEqual([])
  await db.confirmationCode.updateMany({ data: { expiresAt: now() } })
  expect(await received('endorsement-code', { codeId: code, requestId: request })).toEqual([])

  const { activityId, id: reviewId, revisionId } = review
  await db.activity.update({ where: { id: activityId }, data: { approvedRevisionId: null } })
  expect(await received('activity-approved', { activityId, reviewId })).toEqual([])
  await db.activity.update({ where: { id: activityId }, data: { approvedRevisionId: revisionId } })
  expect(await received('activity-approved', { activityId, reviewId })).toHaveLength(1)
  await db.review.update({ where: { id: reviewId }, data: { undoneAt: now() } })
  expect(await received('activity-approved', { activityId, reviewId })).toEqual([])
})

test('whoever asked not to be asked again gets no letter', async () => {
  const { endorserId } = found(await findRequest(given.request))
  await db.endorser.update({ where: { id: endorserId }, data: { doNotAskAt: now() } })
  expect(await received('reminder', { requestId: given.request })).toEqual([])
})

test('rule 13: "sent" is what the mail server said, and a repeat has the same Message-ID', async () => {
  const told: string[] = []
  onDelivered('password-changed', async subject => told.push(`delivered ${subject}`))
  onUndeliverable('password-changed', async subject => told.push(`nobody at ${subject}`))
  Object.assign(settings(), { mailUrl: post.url })
  const params = { personId: personIds.ana, at: '2026-11-22T10:00:00.000Z' }
  await send({ template: 'password-changed', params, to: cast.ana.email, subjectId: 'one' })
  await send({ template: 'password-changed', params, to: 'ana@refused.example', subjectId: 'two' })
  expect(await runDueJobs()).toEqual({ done: 2, failed: 0 })
  expect(told.sort()).toEqual(['delivered one', 'nobody at two'])

  const [job] = await db.job.findMany({ where: { kind: 'mail' }, orderBy: { id: 'desc' }, skip: 1, take: 1 })
  const payload = { template: 'password-changed', params, to: cast.ana.email, subjectId: 'one' }
  await db.job.update({ where: { id: job?.id ?? '' }, data: { doneAt: null, payload } })
  await runDueJobs()
  const ids = post.letters.map(({ messageId }) => messageId)
  expect(ids).toEqual([`<${job?.id}@localhost>`, `<${job?.id}@localhost>`])
})

test('rule 13: while the mail server is down letters wait, and nothing is told to anybody', async () => {
  const down = await openPostOffice()
  await down.close()
  Object.assign(settings(), { mailUrl: down.url })
  const told: string[] = []
  onDelivered('password-changed', async subject => told.push(subject))
  await send({
    template: 'password-changed',
    params: { personId: personIds.ana, at: '2026-11-22T10:00:00.000Z' },
    to: cast.ana.email,
    subjectId: 'three',
  })
  expect(await runDueJobs()).toEqual({ done: 0, failed: 1 })
  expect(told).toEqual([])
  expect(await db.job.findFirst({ where: { kind: 'mail', doneAt: null } })).toMatchObject({
    attempts: 1,
    deadAt: null,
  })
})
