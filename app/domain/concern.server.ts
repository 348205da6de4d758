import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, isTaken, limit, Prisma, read, transaction, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { limits } from './activity'
import { record } from './audit.server'
import { mailbox, whenMissing } from './endorsement-forms.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import { normaliseAddress } from './people'
import { mayAnswer, mayHearConcerns, type Actor, type PersonActor } from './policy'
import type { AskedRequest } from './request.server'
import type { Standing } from './shown-credential.server'

const text = z.string(whenMissing('Write what you noticed.')).trim().min(1).max(limits.narrative)

export const ConcernForm = z.object({ text })
/** A stranger says who they are; nobody has checked it. */
export const StrangerConcernForm = mailbox({
  name: 'Write your name.',
  email: 'Write your whole address.',
}).extend({ text })
export const OutcomeForm = z.object({
  outcome: z.string(whenMissing('Write what was done about it.')).trim().min(1).max(limits.narrative),
})

/** By whoever was asked: name and address are those that proved themselves by code. */
export async function reportRequest(actor: Actor, request: AskedRequest, said: z.output<typeof ConcernForm>) {
  allowed(mayAnswer(actor, request))
  const { id: requestId, activityId, endorserName: name, endorser } = request
  await report(actor, { requestId, activityId }, { ...said, name, email: endorser.email })
}

/** By anybody who reads a shared credential. */
export async function reportCredential(standing: Standing, said: z.output<typeof StrangerConcernForm>) {
  allowed(standing.sharedAt !== null)
  const { id: credentialId, institutionId } = standing
  await report({ kind: 'system', institutionId }, { credentialId }, said)
}

export type ConcernStatus = 'open' | 'closed'

interface ConcernRow {
  id: string
  createdAt: Date
  reporterName: string
  text: string
  student: string | null
  title: string | null
}

const PAGE = 50

/** The longest waiting first, a page at a time; never what is about the reader. */
export async function listConcerns(actor: PersonActor, status: ConcernStatus, after: string | null) {
  allowed(mayHearConcerns(actor))
  const rows = await read<ConcernRow>`
    SELECT c."id", c."createdAt", c."reporterName", c."text", s."usedName" AS "student",
      COALESCE(a."title", p."title") AS "title"
    ${about} WHERE ${heardBy(actor, status)} ${later(after)}
    ORDER BY c."createdAt", c."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? `${last.createdAt.getTime()}_${last.id}` : null }
}

export type ListedConcern = Awaited<ReturnType<typeof listConcerns>>['rows'][number]

export async function countConcerns(actor: PersonActor): Promise<number> {
  const [row] = await read<{ count: number }>`SELECT COUNT(*) AS "count" ${about} WHERE ${heardBy(actor, 'open')}`
  return row?.count ?? 0
}

export async function findConcern(actor: PersonActor, id: string) {
  allowed(mayHearConcerns(actor))
  const concern = found(await db.concern.findFirst({ where: { id, institutionId: actor.institutionId } }))
  const { activityId, credentialId, closedById } = concern
  const [activity, credential, closedBy] = await Promise.all([
    activityId ? db.activity.findUnique({ where: { id: activityId }, include: { student: true } }) : null,
    credentialId
      ? db.credential.findUnique({
          where: { id: credentialId },
          include: { student: true, award: { include: { programme: true } } },
        })
      : null,
    closedById ? db.person.findUnique({ where: { id: closedById }, select: { usedName: true } }) : null,
  ])
  const student = activity?.student ?? credential?.student ?? null
  allowed(student?.id !== actor.id)
  return {
    ...concern,
    student: student?.usedName ?? null,
    title: activity?.title ?? credential?.award.programme.title ?? null,
    closedBy: closedBy?.usedName ?? null,
  }
}

export type ConcernPage = Awaited<ReturnType<typeof findConcern>>

/** With what was done about it, in words that stay. */
export async function closeConcern(actor: PersonActor, id: string, { outcome }: z.output<typeof OutcomeForm>) {
  await findConcern(actor, id)
  await transaction(async tx => {
    const { count } = await tx.concern.updateMany({
      where: { id, status: 'open' },
      data: { status: 'closed', outcome, closedById: actor.id, closedAt: now() },
    })
    if (count === 0) throw new Refusal('Somebody closed this a moment ago.')
    await record(tx, actor, 'concern.closed', id)
  })
}

type About = { requestId: string; activityId: string } | { credentialId: string }

async function report(actor: Actor, about: About, said: z.output<typeof StrangerConcernForm>) {
  const { contactEmail } = await findHouse()
  const id = idOf(about, said)
  try {
    await transaction(async tx => {
      await tx.concern.create({
        data: {
          id,
          institutionId: actor.institutionId,
          ...about,
          reporterName: said.name,
          reporterEmail: said.email,
          text: said.text,
          createdAt: now(),
        },
      })
      await tell(tx, 'concern-reported', contactEmail, id)
      await tell(tx, 'concern-receipt', said.email, id)
      await record(tx, actor, 'concern.reported', id, { ...about })
    })
  } catch (error) {
    // The second of two clicks: the same words by the same person are one concern.
    if (!isTaken(error)) throw error
  }
}

function idOf(about: About, { email, text }: { email: string; text: string }) {
  const subject = 'credentialId' in about ? about.credentialId : about.requestId
  return sha256([subject, normaliseAddress(email), text].join('\n')).toString('hex').slice(0, 32)
}

function tell(tx: Tx, template: 'concern-reported' | 'concern-receipt', to: string, concernId: string) {
  return notify(tx, {
    template,
    to,
    params: { concernId },
    subjectId: concernId,
    dedupeKey: `${template}:${concernId}`,
  })
}

const about = Prisma.sql`
  FROM "Concern" c
  LEFT JOIN "Activity" a ON a."id" = c."activityId"
  LEFT JOIN "Credential" k ON k."id" = c."credentialId"
  LEFT JOIN "Award" w ON w."id" = k."awardId"
  LEFT JOIN "Programme" p ON p."id" = w."programmeId"
  LEFT JOIN "Person" s ON s."id" = COALESCE(a."studentId", k."studentId")`

function heardBy({ institutionId, id }: PersonActor, status: ConcernStatus) {
  const state = status === 'open' ? Prisma.sql`'open'` : Prisma.sql`'closed'`
  return Prisma.sql`c."institutionId" = ${institutionId} AND c."status" = ${state}
    AND (s."id" IS NULL OR s."id" <> ${id})`
}

function later(after: string | null) {
  const [, moment = '', id = ''] = /^(\d{1,14})_(\w{1,40})$/.exec(after ?? '') ?? []
  if (!id) return Prisma.empty
  const at = new Date(Number(moment))
  return Prisma.sql`AND c."createdAt" >= ${at} AND (c."createdAt" > ${at} OR c."id" > ${id})`
}
