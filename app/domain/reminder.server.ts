import { DAY, later, now } from '~/lib/clock.server'
import { db, limit, read, transaction, type Tx } from '~/lib/db.server'
import { record } from './audit.server'
import { coordinatorsFor } from './coordinator.server'
import { dayOf } from './day'
import { REQUEST_DAYS } from './endorsement'
import { notify, onDelivered } from './notification.server'
import { primaryAddress } from './people'
import { afterQuietHours, type QuietHours } from './quiet-hours'
import { readQuietHours } from './quiet-hours.server'
import { nextReminder, REMINDERS } from './reminder'
import { passOn } from './pass-on.server'
import { findRequest, openRequests, settle, stillOpen } from './request.server'

const PAGE = 200

/** Once a day: what is due goes to each person in one letter; what nobody answered goes to who can help. */
export async function remindAll(): Promise<void> {
  await db.endorsementRequest.updateMany({
    where: { nextReminderAt: { lte: now() }, status: { notIn: stillOpen } },
    data: { nextReminderAt: null },
  })
  const house = await readQuietHours()
  for (let after = ''; ; ) {
    const page = await read<{ endorserId: string }>`
      SELECT DISTINCT q."endorserId" FROM "EndorsementRequest" q
      WHERE q."nextReminderAt" <= ${now()} AND q."endorserId" > ${after}
      ORDER BY q."endorserId" ${limit(PAGE)}`
    for (const { endorserId } of page) await remindOf(endorserId, house)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.endorserId
  }
}

async function remindOf(endorserId: string, house: QuietHours) {
  const endorser = await db.endorser.findUniqueOrThrow({ where: { id: endorserId } })
  const day = dayOf(now(), house.timeZone)
  // Weekly means Mondays: what is due before waits until then.
  if (endorser.digest === 'weekly' && new Date(`${day}T12:00:00Z`).getUTCDay() !== 1) return
  const runAt = afterQuietHours(now(), house)
  await transaction(async tx => {
    const due = await stillTheirs(tx, await takeDue(tx, endorserId), runAt)
    const [over, again] = [due.filter(isOver), due.filter(each => !isOver(each))]
    for (const request of over) await escalate(tx, request, runAt)
    if (again.length === 0 || endorser.doNotAskAt) return
    await notify(tx, {
      template: 'waiting',
      to: endorser.email,
      params: { requestIds: again.map(({ id }) => id) },
      subjectId: endorserId,
      dedupeKey: `waiting:${endorserId}:${day}`,
      runAt,
    })
    for (const request of again) await note(tx, request)
  })
}

type Due = Awaited<ReturnType<typeof takeDue>>[number]

const isOver = ({ remindersSent, status }: Due) => remindersSent >= REMINDERS && status !== 'queued'

/** Whoever takes a request's moment away is the one who writes; a student who wrote today needs no help from us. */
async function takeDue(tx: Tx, endorserId: string) {
  const due = await tx.endorsementRequest.findMany({
    where: { endorserId, nextReminderAt: { lte: now() }, status: { in: stillOpen } },
    orderBy: { createdAt: 'asc' },
    take: PAGE,
  })
  const taken: typeof due = []
  for (const request of due) {
    const wasJustReminded = request.remindedAt !== null && later(request.remindedAt, 3 * DAY) > now()
    const { count } = await tx.endorsementRequest.updateMany({
      where: { id: request.id, nextReminderAt: request.nextReminderAt },
      data: { nextReminderAt: wasJustReminded && request.remindedAt ? later(request.remindedAt, 3 * DAY) : null },
    })
    if (count === 1 && !wasJustReminded) taken.push(request)
  }
  return taken
}

/** Who has left is reminded of nothing: whoever comes after them is asked, and the student is told. */
async function stillTheirs(tx: Tx, due: Due[], runAt: Date) {
  const theirs: Due[] = []
  for (const request of due) {
    const successor = await passOn(tx, request, openRequests)
    if (!successor) theirs.push(request)
    else await tellPassedOn(tx, request, runAt)
  }
  return theirs
}

async function tellPassedOn(tx: Tx, { id, activityId }: Due, runAt: Date) {
  const { student } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { student: { include: { addresses: true } } },
  })
  const about = { params: { requestId: id }, subjectId: activityId, runAt, dedupeKey: `passed-on:${id}` }
  await notify(tx, { template: 'request-passed-on', to: primaryAddress(student), ...about })
}

async function note(tx: Tx, { id, institutionId, status, remindersSent }: Due) {
  const sent = status === 'queued' ? 0 : remindersSent + 1
  await tx.endorsementRequest.update({
    where: { id },
    data: { remindersSent: sent, remindedAt: now(), nextReminderAt: nextReminder(sent, now()), expiresAt: later(now(), REQUEST_DAYS * DAY) },
  })
  await record(tx, { kind: 'system', institutionId }, 'request.reminded', id, { reminder: sent })
}

/** Nobody answered: the student names somebody else, and whoever coordinates the unit can help them. */
async function escalate(tx: Tx, { id, institutionId }: Due, runAt: Date) {
  const request = await findRequest(id, tx)
  if (!request) return
  const { activity } = request
  await tx.endorsementRequest.update({ where: { id }, data: { escalatedAt: now() } })
  const about = { params: { requestId: id }, subjectId: activity.id, runAt }
  await notify(tx, { template: 'request-unanswered', to: primaryAddress(request.activity.student), ...about, dedupeKey: `unanswered:${id}` })
  for (const { personId, address } of await coordinatorsFor(activity.unitId, activity.studentId, tx)) {
    await notify(tx, { template: 'request-escalated', to: address, ...about, dedupeKey: `escalated:${id}:${personId}` })
  }
  await record(tx, { kind: 'system', institutionId }, 'request.escalated', id)
}

// A first letter may come together with others.
onDelivered('waiting', async (_endorserId, { requestIds }) => {
  for (const requestId of requestIds) await settle(requestId, 'sent')
})

