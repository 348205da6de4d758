import { db, type AuditEventModel } from '~/lib/db.server'
import { deedOf, withoutRepeats, type HistoryLine } from './history'

interface Recorded {
  id: string
  institutionId: string
  requests: readonly { id: string; endorserName: string }[]
  reviews: readonly { id: string; reviewer: { usedName: string } }[]
}

const AT_MOST = 200

/** What happened to an activity, newest first, from the audit chain, which holds ids and no names. */
export async function listHistory({
  id,
  institutionId,
  requests,
  reviews,
}: Recorded): Promise<HistoryLine[]> {
  const events = await db.auditEvent.findMany({
    where: { institutionId, subjectId: { in: [id, ...requests.map(request => request.id)] } },
    orderBy: { seq: 'desc' },
    take: AT_MOST,
  })
  const names = new Map([
    ...requests.map(request => [request.id, request.endorserName] as const),
    ...reviews.map(review => [review.id, review.reviewer.usedName] as const),
  ])
  const lines = events.flatMap(event => {
    const deed = deedOf(event.action)
    const named = [detail(event, 'request'), detail(event, 'review'), event.subjectId].find(id =>
      names.has(String(id)),
    )
    const version = detail(event, 'revision')
    const who = named === undefined ? null : names.get(String(named)) || null
    return deed
      ? [{ key: event.seq, at: event.at, deed, who, version: typeof version === 'number' ? version : null }]
      : []
  })
  return withoutRepeats(lines)
}

function detail({ details }: AuditEventModel, name: string): unknown {
  return typeof details === 'object' && details !== null && !Array.isArray(details)
    ? details[name]
    : undefined
}
