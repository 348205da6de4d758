import { now } from '~/lib/clock.server'
import type { EndorsementRequestModel, Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { record } from './audit.server'
import type { Invited } from './endorser.server'
import { successorOf, type Successor } from './succession.server'

type Open = (
  tx: Tx,
  revision: { id: string; activityId: string; institutionId: string },
  invited: Invited[],
) => Promise<void>

/**
 * Where whoever was asked has left: the request stays in the list as passed on, and `open` asks whoever comes
 * after them about the same version. Answers who that is; null where nobody left, or nobody is there instead.
 */
export async function passOn(
  tx: Tx,
  request: EndorsementRequestModel,
  open: Open,
): Promise<Successor | null> {
  const { id, institutionId, activityId, revisionId, organisation, message } = request
  const { normalised } = await tx.endorser.findUniqueOrThrow({ where: { id: request.endorserId } })
  const successor = await successorOf(tx, { institutionId, activityId, normalised })
  if (!successor) return null
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id, status: request.status },
    data: { status: 'redirected', statusAt: now(), declineReason: 'notTheRightPerson', nextReminderAt: null },
  })
  if (count === 0) return null
  const endorserId = await endorserAt(tx, institutionId, successor)
  const asked = { revisionId_endorserId: { revisionId, endorserId } }
  if (!(await tx.endorsementRequest.findUnique({ where: asked }))) {
    const { name, email } = successor
    const invited = { endorserId, name, email, organisation, message, namedBy: 'institution' as const }
    await open(tx, { id: revisionId, activityId, institutionId }, [invited])
    await tx.endorsementRequest.update({ where: asked, data: { handedOverById: id } })
  }
  await record(tx, { kind: 'system', institutionId }, 'request.passed-on', id)
  return successor
}

/** The staff member behind the mailbox, where there is one, answers by their own sign-in. */
async function endorserAt(tx: Tx, institutionId: string, { name, email, normalised }: Successor) {
  const person = await tx.person.findFirst({
    where: { institutionId, addresses: { some: { normalised, confirmedAt: { not: null } } } },
    select: { id: true },
  })
  const known = person && { personId: person.id }
  const { id } = await tx.endorser.upsert({
    where: { institutionId_normalised: { institutionId, normalised } },
    create: { id: newId(), institutionId, name, email, normalised, createdAt: now(), ...known },
    update: { normalised, ...known },
  })
  return id
}
