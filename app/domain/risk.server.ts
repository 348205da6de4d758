import { z } from 'zod'
import { MINUTE, now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import type { Assurance } from './endorsement'
import { isFreeMail } from './people'
import type { AskedRequest } from './request.server'
import { eachOther, ownDevice } from './risk-people.server'
import { crowdedDays } from './risk-time.server'
import { isRiskKind, riskKinds, type Flag } from './risk'

const HASTY = 1 * MINUTE

/** Facts the reviewer should know, written beside the revision. Answers how many there are. */
export async function flagRevision(
  tx: Tx,
  request: AskedRequest,
  endorsement: { assurance: Assurance; endorsedAt: Date; isOneOfMany: boolean },
) {
  const flags = [
    await freeMail(tx, request, endorsement.assurance),
    await sharedFile(tx, request),
    // Whoever signs for many at once has spent the time on all of them.
    endorsement.isOneOfMany ? null : hasty(request, endorsement.endorsedAt),
    await earlierDecline(tx, request),
    await ownDevice(tx, request),
    await eachOther(tx, request),
    ...(await crowdedDays(tx, request)),
  ].filter(flag => flag !== null)
  for (const flag of flags) await raise(tx, request, flag)
  return tx.riskFlag.count({ where: { revisionId: request.revisionId } })
}

/** Somebody who was asked says that it did not happen. */
export async function flagDenial(tx: Tx, request: AskedRequest) {
  const denials = await tx.endorsementRequest.count({
    where: { revisionId: request.revisionId, declineReason: 'didNotHappen' },
  })
  await raise(tx, request, { kind: 'didNotHappen', facts: { denials } })
}

/** Handed over to an address that nobody here had seen before. */
export async function flagHandOver(tx: Tx, request: AskedRequest) {
  const where = { revisionId_kind: { revisionId: request.revisionId, kind: 'handedOver' } }
  const earlier = await tx.riskFlag.findUnique({ where })
  const { handOvers = 0 } = earlier ? Facts.parse(earlier.facts) : {}
  await raise(tx, request, { kind: 'handedOver', facts: { handOvers: handOvers + 1 } })
}

/** Somebody who confirmed it has taken that back. */
export async function flagWithdrawal(tx: Tx, request: AskedRequest) {
  const takenBack = await tx.endorsementRequest.count({
    where: { revisionId: request.revisionId, answer: 'endorsed', endorsements: { every: { withdrawnAt: { not: null } } } },
  })
  await raise(tx, request, { kind: 'takenBack', facts: { takenBack } })
}

const Facts = z.object({
  denials: z.number().optional(),
  known: z.string().optional(),
  others: z.number().optional(),
  seconds: z.number().optional(),
  declines: z.number().optional(),
  takenBack: z.number().optional(),
  handOvers: z.number().optional(),
  isSameBrowser: z.boolean().optional(),
  returned: z.number().optional(),
  days: z.number().optional(),
})

/** Flags as the database gives them, in the order they are told. */
export function readFlags(rows: readonly { kind: string; facts: unknown }[]): Flag[] {
  const flags = rows.flatMap(({ kind, facts }) =>
    isRiskKind(kind) ? [{ kind, facts: Facts.parse(facts) }] : [],
  )
  return flags.sort((one, other) => riskKinds.indexOf(one.kind) - riskKinds.indexOf(other.kind))
}

function raise(tx: Tx, { revisionId }: AskedRequest, { kind, facts }: Flag) {
  return tx.riskFlag.upsert({
    where: { revisionId_kind: { revisionId, kind } },
    create: { id: newId(), revisionId, kind, facts: { ...facts }, createdAt: now() },
    update: { facts: { ...facts } },
  })
}

/** A free mailbox answered for an organisation whose own domain staff have linked. */
async function freeMail(tx: Tx, request: AskedRequest, assurance: Assurance): Promise<Flag | null> {
  if (assurance !== 'email' || !isFreeMail(request.endorser.email)) return null
  const known = await tx.organisationDomain.findFirst({
    where: {
      institutionId: request.institutionId,
      OR: [{ unitId: request.activity.unitId }, { unit: { name: request.activity.organisation } }],
    },
  })
  return known && { kind: 'freeMail', facts: { known: known.domain } }
}

async function sharedFile(tx: Tx, request: AskedRequest): Promise<Flag | null> {
  const held = await tx.revisionEvidence.findMany({
    where: { revisionId: request.revisionId, evidence: { fileDigest: { not: null } } },
    include: { evidence: true },
  })
  const others = await tx.evidence.findMany({
    where: {
      institutionId: request.institutionId,
      fileDigest: { in: held.flatMap(({ evidence }) => evidence.fileDigest ?? []) },
      activity: { studentId: { not: request.activity.studentId }, ...notOfTeam(request.activity.teamId) },
    },
    distinct: ['activityId'],
    select: { activityId: true },
  })
  return others.length > 0 ? { kind: 'sharedFile', facts: { others: others.length } } : null
}

/** A team shares what it made. */
const notOfTeam = (teamId: string | null) => (teamId ? { OR: [{ teamId: null }, { teamId: { not: teamId } }] } : {})

function hasty(request: AskedRequest, endorsedAt: Date): Flag | null {
  if (!request.startedAt) return null
  const milliseconds = endorsedAt.getTime() - request.startedAt.getTime()
  return milliseconds < HASTY ? { kind: 'hasty', facts: { seconds: Math.round(milliseconds / 1000) } } : null
}

async function earlierDecline(tx: Tx, request: AskedRequest): Promise<Flag | null> {
  const declines = await tx.endorsementRequest.count({
    where: { activityId: request.activityId, answer: 'declined' },
  })
  return declines > 0 ? { kind: 'earlierDecline', facts: { declines } } : null
}
