import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, Refusal, Refusals } from '~/lib/refusal'
import { endorseActivity } from './endorsement.server'
import type { ManyForm, RowSaid } from './many-form.server'
import type { Actor } from './policy'
import { mailboxesOf } from './request-inbox.server'

/**
 * One signature for many students, each through the verb for one, in a transaction of its own: what cannot be
 * done is said at that student and holds up nobody else. Answers how many stand confirmed.
 */
export async function endorseMany(actor: Actor, { rows, ...shared }: ManyForm): Promise<number> {
  const said = rows.flatMap((row, at) => (row ? [{ row, at }] : []))
  const asked = await askedFor(actor, said.map(({ row }) => row.requestId))
  const together = { id: newId(), requestIds: [...asked.keys()] }
  const refused: Record<string, string> = {}
  for (const { row, at } of said) {
    const request = asked.get(row.requestId)
    const answerer = actor.kind === 'endorser' ? { ...actor, requestId: row.requestId } : actor
    try {
      const form = formFor(shared, row, request)
      await endorseActivity(answerer, row.requestId, form, together)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Sent twice: what the first sending did stands, and is done.
      if (await isConfirmed(row.requestId)) continue
      refused[`rows[${at}].requestId`] = `${request?.student ?? ''}: ${error.message}`
    }
  }
  const count = said.length - Object.keys(refused).length
  if (count < said.length) throw new Refusals(leftOver(count), refused)
  return count
}

const leftOver = (confirmed: number) =>
  confirmed === 0
    ? 'Nothing could be confirmed. Each student says why.'
    : `${confirmed} confirmed and recorded. Those who are left say why; what you wrote is kept.`

interface Asked {
  student: string
  role: string
  start: string
  end: string | null
}

/** All of them sent to who answers, or none of them is there (rule 11). */
async function askedFor(actor: Actor, ids: readonly string[]): Promise<Map<string, Asked>> {
  const mailboxes = await mailboxesOf(actor)
  const requests = await db.endorsementRequest.findMany({
    where: { id: { in: [...ids] }, endorserId: { in: mailboxes.map(({ id }) => id) } },
    select: {
      id: true,
      revision: { select: { role: true, activityStartDate: true, activityEndDate: true } },
      activity: { select: { student: { select: { usedName: true } } } },
    },
  })
  allowed(requests.length === new Set(ids).size)
  return new Map(
    requests.map(({ id, revision, activity }) => [
      id,
      {
        student: activity.student.usedName,
        role: revision.role,
        start: revision.activityStartDate,
        end: revision.activityEndDate,
      },
    ]),
  )
}

/** What is shared, as each student wrote it where the endorser leaves it to them. */
function formFor(shared: Omit<ManyForm, 'rows'>, { comment, requestId: _, ...row }: RowSaid, asked?: Asked) {
  const confirmedStart = shared.confirmedStart ?? asked?.start ?? ''
  const confirmedEnd = shared.confirmedEnd ?? asked?.end ?? null
  if (confirmedEnd !== null && confirmedEnd < confirmedStart)
    throw new Refusal('the last day would be before the first. Open it alone, and correct the days there.')
  return {
    ...shared,
    ...row,
    confirmedRole: shared.confirmedRole || (asked?.role ?? ''),
    confirmedStart,
    confirmedEnd,
    endorsementComment: [shared.endorsementComment, comment].filter(Boolean).join('\n\n'),
  }
}

async function isConfirmed(id: string) {
  const request = await db.endorsementRequest.findUnique({ where: { id }, select: { answer: true } })
  return request?.answer === 'endorsed'
}
