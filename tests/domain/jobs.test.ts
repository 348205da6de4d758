import { afterEach, expect, test, vi } from 'vitest'
import { DAY, HOUR, later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { claim, LEASE } from '~/lib/job-queue.server'
import {
  cancelJob,
  enqueue,
  registerDaily,
  registerJobs,
  runDueJobs,
  startJobs,
  stopJobs,
  type NewJob,
} from '~/lib/jobs.server'

const queue = (job: NewJob) => transaction(tx => enqueue(tx, job))
const pass = (milliseconds: number) => setClock(later(now(), milliseconds))

await runDueJobs()
afterEach(async () => {
  await db.job.deleteMany()
  setClock(null)
})

test('rule 13: what was queued in a change that failed never leaves', async () => {
  registerJobs({ leave: async () => undefined })
  const failing = transaction(async tx => {
    await enqueue(tx, { kind: 'leave' })
    throw new Error('taken back')
  })
  await expect(failing).rejects.toThrow('taken back')
  expect(await runDueJobs()).toEqual({ done: 0, failed: 0 })
})

test('rule 13: a job of a process that died is carried out by the next one, under the same id', async () => {
  const seen: string[] = []
  registerJobs({ survive: async job => seen.push(job.id) })
  await queue({ kind: 'survive' })
  const begun = await claim()
  expect(await runDueJobs()).toEqual({ done: 0, failed: 0 })
  pass(LEASE + 1)
  expect(await runDueJobs()).toEqual({ done: 1, failed: 0 })
  expect(seen).toEqual([begun?.id])
})

test('rule 6: twenty lanes looking at once take each job exactly once', async () => {
  for (let at = 0; at < 10; at++) await queue({ kind: 'once', payload: { at } })
  const taken = (await Promise.all(Array.from({ length: 20 }, claim))).filter(job => job !== null)
  // PostgreSQL may pass over a row that another lane is taking, so some lanes come back for the rest.
  for (let job = await claim(); job; job = await claim()) taken.push(job)
  expect(new Set(taken.map(job => job.id)).size).toBe(10)
  expect(taken.length).toBe(10)
})

test('rule 6: queued twenty times at once under one key, it is done once', async () => {
  const work = vi.fn(async () => undefined)
  registerJobs({ keyed: work })
  await Promise.all(Array.from({ length: 20 }, () => queue({ kind: 'keyed', dedupeKey: 'the same' })))
  await runDueJobs()
  await queue({ kind: 'keyed', dedupeKey: 'the same' })
  await runDueJobs()
  expect(work).toHaveBeenCalledTimes(1)
})

test('what fails is tried six times more, ever less often, and then kept to be looked at', async () => {
  registerJobs({ refuse: async () => Promise.reject(new Error('no answer from ana@northbridge.example')) })
  await queue({ kind: 'refuse' })
  for (const wait of [0, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, DAY]) {
    if (wait) {
      pass(wait - 1000)
      expect((await runDueJobs()).failed).toBe(0)
    }
    pass(1000)
    expect((await runDueJobs()).failed).toBe(1)
  }
  const job = await db.job.findFirstOrThrow({ where: { kind: 'refuse' } })
  expect(job.deadAt).not.toBeNull()
  expect(job.lastError).toBe('Error: no answer from [address]')
  pass(7 * DAY)
  expect((await runDueJobs()).failed).toBe(0)
})

test('rule 14: what a job was about is forgotten when it is done', async () => {
  registerJobs({ forget: async () => undefined })
  await queue({ kind: 'forget', payload: { to: 'ana@northbridge.example' }, dedupeKey: 'kept' })
  await runDueJobs()
  expect(await db.job.findFirstOrThrow({ where: { dedupeKey: 'kept' } })).toMatchObject({
    payload: {},
    lastError: null,
  })
})

test('a job waits for its time and can be taken back until then', async () => {
  const work = vi.fn(async () => undefined)
  registerJobs({ later: work })
  await queue({ kind: 'later', runAt: later(now(), 30_000), dedupeKey: 'undo me' })
  await queue({ kind: 'later', runAt: later(now(), 30_000), dedupeKey: 'keep me' })
  await runDueJobs()
  expect(work).not.toHaveBeenCalled()
  await transaction(tx => cancelJob(tx, 'undo me'))
  pass(30_001)
  await runDueJobs()
  expect(work).toHaveBeenCalledTimes(1)
})

test('daily work is done once a day, however often it is looked for', async () => {
  const work = vi.fn(async () => undefined)
  registerDaily({ daily: work })
  await runDueJobs()
  await runDueJobs()
  expect(work).toHaveBeenCalledTimes(1)
  pass(DAY)
  await runDueJobs()
  expect(work).toHaveBeenCalledTimes(2)
})

test('a job is taken up as soon as its change is committed, and stopping leaves none half done', async () => {
  const waits: number[] = []
  let queued = 0
  registerJobs({ quick: async () => waits.push(performance.now() - queued) })
  startJobs()
  for (let at = 0; at < 10; at++) {
    queued = performance.now()
    await queue({ kind: 'quick' })
    await vi.waitFor(() => expect(waits.length).toBe(at + 1))
  }
  await stopJobs()
  expect(await db.job.count({ where: { kind: 'quick', doneAt: null } })).toBe(0)
  expect(Math.min(...waits)).toBeLessThan(100)
})
