import { afterAll, beforeAll, expect, test } from 'vitest'
import '~/domain/letters.server'
import { declineRequest, stopAsking } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { remindAll } from '~/domain/reminder.server'
import { expireRequests } from '~/domain/renewal.server'
import { findRequest, remindEndorser, type AskedRequest } from '~/domain/request.server'
import { submitActivity } from '~/domain/submission.server'
import { DAY, later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db, isSqlite } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { registerDaily, runDueJobs } from '~/lib/jobs.server'
import { closeMail } from '~/lib/mail.server'
import { found } from '~/lib/refusal'
import { loader as link } from '~/routes/e.$token'
import { loader as stop } from '~/routes/e.$token_.stop'
import { loader as waiting } from '~/routes/e.$token_.waiting'
import { deliveryReport, openMailIn, plainMail, type MailIn } from '../mail-in'
import {
  awayMail,
  linksIn,
  openWorld,
  readers,
  titlesIn,
  twiceInADay,
  type Habit,
  type Sent,
} from '../month-of-mail'
import { draftedActivity, endorse, openScene, type Scene } from '../story'

const MONDAY = new Date('2026-06-01T10:00:00Z')
const ACTIVITIES = 250
const A_DAY = 28

let scene: Scene
let mailIn: MailIn
let world: Awaited<ReturnType<typeof openWorld>>
const came = { bounce: 0, automatic: 0, reply: 0 }
const opened = new Set<string>()
let read = 0

beforeAll(async () => {
  setClock(MONDAY)
  // No power fails in this month, and a disk that is asked each time takes longer than all the rest.
  if (isSqlite) await db.$queryRawUnsafe('PRAGMA synchronous = OFF')
  scene = await openScene()
  ;[world, mailIn] = await Promise.all([openWorld(), openMailIn()])
  registerDaily({ 'remind': remindAll, 'expire-requests': expireRequests })
  for (const { name, email, habit } of readers) {
    const digest = habit === 'daily' || habit === 'weekly' ? habit : 'each'
    const { institutionId } = scene.house
    await db.endorser.create({
      data: { id: newId(), institutionId, name, email, normalised: email, digest, createdAt: now() },
    })
  }
})
afterAll(async () => {
  closeMail()
  await Promise.all([mailIn.close(), world.close()])
  setClock(null)
})

test(
  'a thousand requests to fifty people over thirty days end as they should',
  { timeout: 900_000 },
  async () => {
    for (let day = 0; day < 30; day++) {
      // Each morning a little later, so that what was asked yesterday is a whole day ago.
      setClock(later(MONDAY, day * (DAY + 5 * MINUTE)))
      await runDueJobs()
      for (let at = day * A_DAY; at < Math.min(ACTIVITIES, (day + 1) * A_DAY); at++) await ask(at)
      await runDueJobs()
      setClock(later(now(), 2 * MINUTE)) // what was put off comes again
      await runDueJobs()
      const letters = world.sent.slice(read)
      read = world.sent.length
      for (const letter of letters) await react(letter)
      await act(day)
      await runDueJobs()
      await scan(letters)
    }
    await show()
    expect(await db.endorsementRequest.count()).toBe(1000)
    expect(await endings()).toEqual({
      refused: ['undeliverable'],
      bounces: ['undeliverable'],
      away: ['escalated'],
      silent: ['escalated'],
      asks: ['answered endorsed'],
      confirms: ['answered endorsed'],
      daily: ['answered endorsed'],
      weekly: ['answered endorsed'],
      declines: ['answered declined'],
      stops: ['answered declined'],
    })
  },
)

test('nobody got two mails about the same thing within a day', () => {
  expect(world.sent.length).toBeGreaterThan(1500)
  expect(twiceInADay(world.sent)).toEqual([])
})

test('everybody silent got three reminders, and who chose one letter a day or a week got no more', async () => {
  const silent = await db.endorsementRequest.findMany({
    where: { endorser: { email: { in: emails('silent', 'away') } } },
  })
  expect(new Set(silent.map(({ remindersSent }) => remindersSent))).toEqual(new Set([3]))
  const asking = world.sent.filter(({ mail }) => mail.subject?.endsWith('for your word'))
  const days = asking
    .filter(({ to }) => emails('daily').includes(to))
    .map(({ to, at }) => `${to} ${at.toISOString().slice(0, 10)}`)
  expect(days.length).toBe(new Set(days).size)
  const weekly = asking.filter(({ to }) => emails('weekly').includes(to))
  expect(new Set(weekly.map(({ at }) => at.getUTCDay()))).toEqual(new Set([1]))
})

test('what came in is known for what it was, once: reports, programs that answer, and people', async () => {
  const kinds = await db.receivedMail.groupBy({ by: ['kind'], _count: true })
  expect(Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))).toEqual(came)
  const messages = await db.message.findMany({ include: { request: { include: { endorser: true } } } })
  expect(new Set(messages.map(({ request }) => habitOf(request.endorser.email)))).toEqual(new Set(['asks']))
  expect(messages).toHaveLength(came.reply)
  expect(messages.filter(({ text }) => /Reader|wrote|>/.test(text))).toEqual([])
})

test('rule 13: every letter left, each under one name, those put off included', async () => {
  expect(await db.job.count({ where: { doneAt: null, kind: 'mail' } })).toBe(0)
  const names = world.sent.map(({ to, mail }) => `${to} ${mail.messageId}`)
  expect(names.length).toBe(new Set(names).size)
})

/** Four are asked about each, in turn; who said that they want no mail is not named again. */
async function ask(number: number) {
  const student = await scene.actor(number % 2 ? 'ana' : 'chidi')
  const willing = number === 0 ? readers : readers.filter(({ habit }) => habit !== 'stops')
  const first = number === 0 ? readers.length - 4 : number * 4
  const asks = [0, 1, 2, 3].map(at => {
    const { name, email, organisation } = found(willing[(first + at) % willing.length])
    return { name, email, organisation }
  })
  const title = `Shift ${String(number).padStart(3, '0')}`
  const told = await draftedActivity(scene, { student, title, asks, claims: { S3: 2 } })
  await submitActivity(student, told, true)
}

/** What mail systems and people at the other end do the moment a letter is there. */
async function react(letter: Sent) {
  const replyTo = letter.mail.replyTo?.[0]?.address ?? ''
  const habit = habitOf(letter.to)
  if (letter.mail.subject === 'A question about your activity') {
    await mailIn.send(
      letter.to,
      replyTo,
      plainMail({ from: letter.to, text: 'The first four.\n\n> Which weeks?' }),
    )
    came.reply++
  }
  if (habit === 'bounces') {
    await mailIn.send('', letter.sender, deliveryReport(letter.to))
    came.bounce++
  }
  if (habit === 'away') {
    await mailIn.send(letter.to, letter.sender, awayMail(letter.to))
    came.automatic++
  }
  if (habit === 'asks' && letter.mail.subject?.endsWith('asks for your word')) {
    await mailIn.send(
      letter.to,
      replyTo,
      plainMail({
        from: letter.to,
        text: `Which weeks?\n-- \n${letter.to}\n\nOn Monday, Vouch wrote:\n> Dear Reader`,
      }),
    )
    came.reply++
  }
}

/** What people do on our pages. */
async function act(day: number) {
  const open = await db.endorsementRequest.findMany({
    where: { status: { in: ['sent', 'started'] } },
    include: { endorser: true, messages: true },
    orderBy: { id: 'asc' },
  })
  for (const { id, endorser, messages, createdAt } of open) {
    const { habit, pace } = found(readers.find(({ email }) => email === endorser.email))
    const age = Math.floor((now().getTime() - createdAt.getTime()) / DAY)
    const isAnswered = messages.some(({ author }) => author === 'student')
    const isReady =
      (habit === 'confirms' && age >= pace) ||
      habit === 'daily' ||
      habit === 'weekly' ||
      (habit === 'asks' && isAnswered)
    const whole = async () => found(await findRequest(id))
    if (habit === 'stops') await stopAsking(await whole())
    else if (habit === 'declines' && age >= pace) await decline(await whole())
    else if (habit === 'silent' && age === 2 && day < 6) await remind(await whole())
    else if (isReady) await endorse(scene, await whole())
  }
}

const decline = (request: AskedRequest) =>
  declineRequest(endorserOf(request), request.id, { reason: 'cannotJudge', note: '' })
const remind = async ({ id, activity }: AskedRequest) =>
  remindEndorser(await scene.actor(activity.studentId === scene.house.personIds.ana ? 'ana' : 'chidi'), id)

/** Rule 4: opens every link of every mail, as scanners do, and nothing is different afterwards. */
async function scan(letters: readonly Sent[]) {
  const before = await state()
  for (const url of letters.flatMap(linksIn)) {
    const [, token, page = ''] = /\/e\/([^/]+)(\/\w+)?$/.exec(url) ?? []
    if (!token || opened.has(url)) continue
    opened.add(url)
    const open = page === '/stop' ? stop : page === '/waiting' ? waiting : link
    await open({ request: new Request(url), params: { token }, context: { nonce: '' } }).catch(
      (answer: unknown) => {
        if (!(answer instanceof Response)) throw answer
      },
    )
  }
  expect(await state()).toEqual(before)
}

async function state() {
  const tables = [
    db.auditEvent,
    db.job,
    db.message,
    db.endorsement,
    db.endorserVisit,
    db.confirmationCode,
    db.receivedMail,
  ] as const
  const statuses = await db.endorsementRequest.groupBy({
    by: ['status'],
    _count: true,
    _max: { statusAt: true, expiresAt: true },
    orderBy: { status: 'asc' },
  })
  return [
    statuses,
    await db.endorser.count({ where: { doNotAskAt: null } }),
    ...(await Promise.all(tables.map(table => count(table)))),
  ]
}

const count = (table: { count(): PromiseLike<number> }) => table.count()

const habitOf = (address: string) => readers.find(({ email }) => email === address)?.habit
const emails = (...habits: Habit[]) =>
  readers.filter(({ habit }) => habits.includes(habit)).map(({ email }) => email)

/** By habit, every way in which a request of theirs ended. */
async function endings() {
  const requests = await db.endorsementRequest.findMany({ include: { endorser: true } })
  const ends: Record<string, string[]> = {}
  for (const { endorser, status, answer, escalatedAt } of requests) {
    const end = answer ? `${status} ${answer}` : escalatedAt ? 'escalated' : status
    const known = (ends[habitOf(endorser.email) ?? ''] ??= [])
    if (!known.includes(end)) known.push(end)
  }
  return ends
}

async function show() {
  const counts: Record<string, number> = {}
  for (const { mail } of world.sent) {
    const subject = (mail.subject ?? '').replace(/^\d+ students/, 'N students')
    counts[subject] = (counts[subject] ?? 0) + 1
  }
  const lines = Object.entries(counts).map(
    ([subject, letters]) => `${String(letters).padStart(6)}  ${subject}`,
  )
  const about = world.sent.reduce((sum, letter) => sum + titlesIn(letter).length, 0)
  process.stdout.write(
    `1000 requests, 50 readers, 30 mornings: ${world.sent.length} letters about ${about} things; ` +
      `in: ${came.bounce} reports, ${came.automatic} automatic, ${came.reply} from people; ${
        opened.size
      } links opened\n${lines.join('\n')}\n`,
  )
}
