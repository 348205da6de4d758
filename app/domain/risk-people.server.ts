import { networkOf } from '~/lib/client.server'
import type { Tx } from '~/lib/db.server'
import type { AskedRequest } from './request.server'
import type { Flag } from './risk'

const LATELY = 20

/** The code was typed where the student is signed in: in the same browser, or at least in the same network. */
export async function ownDevice(tx: Tx, { endorserId, activity }: AskedRequest): Promise<Flag | null> {
  const lately = { orderBy: { createdAt: 'desc' }, take: LATELY } as const
  const visits = await tx.endorserVisit.findMany({ where: { endorserId, ip: { not: '' } }, ...lately })
  if (visits.length === 0) return null
  const sessions = await tx.session.findMany({ where: { personId: activity.studentId, ip: { not: '' } }, ...lately })
  const alike = visits.flatMap(visit => sessions.filter(({ ip }) => networkOf(ip) === networkOf(visit.ip)).map(session => ({ visit, session })))
  if (alike.length === 0) return null
  const isSameBrowser = alike.some(({ visit, session }) => visit.userAgent === session.userAgent)
  return { kind: 'ownDevice', facts: { isSameBrowser } }
}

/** Whoever confirms this has had work of their own confirmed by the student. */
export async function eachOther(tx: Tx, { endorser, activity }: AskedRequest): Promise<Flag | null> {
  const addresses = activity.student.addresses.map(({ normalised }) => normalised)
  const person = endorser.personId ?? (await tx.emailAddress.findFirst({
    where: { institutionId: endorser.institutionId, normalised: endorser.normalised },
  }))?.personId
  if (!person) return null
  const returned = await tx.endorsement.count({
    where: {
      endorser: { institutionId: endorser.institutionId, OR: [{ personId: activity.studentId }, { normalised: { in: addresses } }] },
      revision: { activity: { studentId: person } },
    },
  })
  return returned > 0 ? { kind: 'eachOther', facts: { returned } } : null
}
