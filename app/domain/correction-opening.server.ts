import { DAY, later, now } from '~/lib/clock.server'
import type { ActivityModel, Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { revisionUrn } from '~/standards/open-badge'
import { record } from './audit.server'
import { ANSWER_DAYS, type CorrectionCause } from './correction'
import { notify } from './notification.server'
import type { Actor } from './policy'

export interface TakenBack {
  institutionId: string
  studentId: string
  cause: CorrectionCause
  /** The activity, endorsement, credential or waiver. */
  causeId: string
  /** How the sealed grounds of a credential call it. */
  trace: string
}

/** What rests on one approved version of an activity. */
export function approvalOf(
  { id, institutionId, studentId }: Pick<ActivityModel, 'id' | 'institutionId' | 'studentId'>,
  revisionId: string,
): TakenBack {
  return { institutionId, studentId, cause: 'approvalRescinded', causeId: id, trace: revisionUrn(revisionId) }
}

/**
 * A case for the registrar about each valid credential that rests on what is taken back, in the transaction
 * that takes it back and after its `record`, so that what was issued meanwhile is seen. A case that is open
 * already speaks for this, too.
 */
export async function openCorrections(tx: Tx, actor: Actor, taken: TakenBack): Promise<void> {
  const { institutionId, studentId, trace, cause, causeId } = taken
  const resting = await tx.credential.findMany({
    where: {
      institutionId,
      studentId,
      status: 'valid',
      OR: [{ validUntil: null }, { validUntil: { gt: now() } }],
      disclosures: { contains: trace },
      corrections: { none: { status: 'open' } },
    },
    select: { id: true, awardId: true },
  })
  if (resting.length === 0) return
  const told = await addressesOf(tx, studentId)
  for (const { id: credentialId, awardId } of resting) {
    const id = newId()
    const answerBy = later(now(), ANSWER_DAYS * DAY)
    const about = { institutionId, studentId, credentialId, awardId, cause, causeId }
    await tx.correction.create({ data: { id, ...about, openOf: credentialId, openedAt: now(), answerBy } })
    for (const to of told) await tell(tx, to, id)
    await record(tx, actor, 'correction.opened', credentialId, { correction: id, cause, of: causeId })
  }
}

async function addressesOf(tx: Tx, personId: string) {
  const addresses = await tx.emailAddress.findMany({ where: { personId, isPrimary: true } })
  return addresses.map(({ address }) => address)
}

function tell(tx: Tx, to: string, correctionId: string) {
  return notify(tx, {
    template: 'correction-opened',
    to,
    params: { correctionId },
    subjectId: correctionId,
    dedupeKey: `correction-opened:${correctionId}`,
  })
}
