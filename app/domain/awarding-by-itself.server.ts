import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { startRun } from './award-run.server'
import { awardChunk } from './awarding.server'
import { findAwarding } from './awarding-plan.server'
import { dayOf } from './day'
import { onDelivered } from './notification.server'
import { everAwarded, readyIds } from './ready.server'

const About = z.object({ studentId: z.string() })

registerJobs({ 'award-newly-ready': ({ payload }) => awardTo(About.parse(payload).studentId) })
onDelivered('activity-approved', (_, { activityId }) => lookSoon(activityId))

/** What awards itself: to whoever newly meets it, and on the day it is planned for. Once a day, and once to each. */
export async function awardByItself(): Promise<void> {
  for (const { id: institutionId, timeZone } of await db.institution.findMany({ select: { id: true, timeZone: true } })) {
    const day = dayOf(now(), timeZone)
    const plans = await db.awardingPlan.findMany({
      where: { institutionId, OR: [{ mode: 'automatic' }, { mode: 'scheduled', awardingDate: { lte: day } }] },
    })
    for (const { seriesId, mode, updatedAt } of plans) {
      const programmeId = await publishedOf(seriesId)
      if (!programmeId || (mode === 'scheduled' && (await wasRunSince(seriesId, updatedAt)))) continue
      if (mode === 'scheduled' || (await isAnybodyReady(institutionId, programmeId))) {
        await startRun({ kind: 'system', institutionId }, programmeId, { everybody: {}, isFirst: true })
      }
    }
  }
}

/** An approval is told once it cannot be undone any more: what it made somebody ready for is looked at then. */
async function lookSoon(activityId: string): Promise<void> {
  const activity = await db.activity.findUnique({ where: { id: activityId }, select: { studentId: true, institutionId: true } })
  if (!activity) return
  const { studentId, institutionId } = activity
  if ((await db.awardingPlan.count({ where: { institutionId, mode: 'automatic' } })) === 0) return
  await transaction(tx => enqueue(tx, { kind: 'award-newly-ready', payload: { studentId } }))
}

async function awardTo(studentId: string): Promise<void> {
  const person = await db.person.findUnique({ where: { id: studentId }, select: { institutionId: true } })
  if (!person) return
  const { institutionId } = person
  const plans = await db.awardingPlan.findMany({ where: { institutionId, mode: 'automatic' } })
  for (const { seriesId } of plans) {
    const programmeId = await publishedOf(seriesId)
    if (!programmeId) continue
    const awarding = await findAwarding({ kind: 'system', institutionId }, programmeId)
    const before = await everAwarded(seriesId, [studentId], awarding.round)
    if (!before.has(studentId)) await awardChunk(awarding, [studentId])
  }
}

async function publishedOf(seriesId: string): Promise<string | null> {
  const programme = await db.programme.findFirst({
    where: { seriesId, status: 'published' }, orderBy: { version: 'desc' }, select: { id: true },
  })
  return programme?.id ?? null
}

/** The day was chosen once, and so it is awarded once. */
async function wasRunSince(seriesId: string, planned: Date): Promise<boolean> {
  const where = { programme: { seriesId }, startedById: null, startedAt: { gte: planned } }
  return (await db.awardRun.count({ where })) > 0
}

/** A day on which nobody is makes no run. */
async function isAnybodyReady(institutionId: string, programmeId: string): Promise<boolean> {
  const { round } = await findAwarding({ kind: 'system', institutionId }, programmeId)
  for await (const some of readyIds({ kind: 'system', institutionId }, programmeId, {}, { round, isFirst: true })) return some.length > 0
  return false
}
