import { isDeepStrictEqual } from 'node:util'
import { now } from '~/lib/clock.server'
import { isTaken, type EndorsementModel, type Tx } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { found, Refusal } from '~/lib/refusal'
import { hasDecidedAppeal } from './appeal-deciders.server'
import { dayOf } from './day'
import { judgementOutcomes } from './endorsement'
import { signEndorsement, type EndorsementSaid, type JudgementSaid } from './endorsement-document.server'
import type { EndorseForm } from './endorsement-forms.server'
import { assuranceOf } from './endorser.server'
import { isSamePerson, type Actor } from './policy'
import { normaliseAddress } from './people'
import type { AskedRequest } from './request.server'
import { isStillActive } from './signing-key.server'
import { findPlaces, takePlaces, type Place } from './status-list.server'

/** What is said, checked, composed and signed before any transaction opens. */
export async function readied(actor: Actor, request: AskedRequest, form: EndorseForm) {
  if (form.revisionHash !== request.revision.hash) {
    throw new Refusal(
      'The activity has changed since you opened this page. Open the link in your mail again.',
    )
  }
  refuseBarred(actor, request, form)
  refuseDaysToCome(request, form)
  const judgements = judgementsOf(request, form)
  const endorsement = await composed(actor, request, form)
  const place = found((await findPlaces(request.institutionId, 1))[0])
  return { endorsement, judgements, place, ...(await signEndorsement(endorsement, judgements, place)) }
}

export type Readied = Awaited<ReturnType<typeof readied>>

export async function keepSaid(tx: Tx, { endorsement, judgements, document, place }: Readied) {
  await takePlace(tx, place)
  const { listId, index: listIndex } = place
  await tx.endorsement.create({ data: { ...endorsement, document, listId, listIndex } })
  await tx.judgement.createMany({
    data: judgements.map(({ level: _level, ...judgement }) => ({
      id: newId(),
      endorsementId: endorsement.id,
      ...judgement,
    })),
  })
}

async function takePlace(tx: Tx, place: Place) {
  try {
    await takePlaces(tx, [place])
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('Somebody else signed at the very same moment. Send it again, please.')
  }
}

/** Sent twice: word for word what stands already. */
export async function isSaidAlready(tx: Tx, earlier: EndorsementModel, { endorsement, judgements }: Readied) {
  const standing = await tx.judgement.findMany({ where: { endorsementId: earlier.id } })
  const said = judgements.map(({ level, ...each }) => ({ ...each, levelId: level?.id ?? null }))
  return isDeepStrictEqual(wordsOf(earlier, standing), wordsOf(endorsement, said))
}

/** After `record`, where all who write stand in one line: of two at once, the later sees the earlier. */
export async function refuseOldKey(tx: Tx, { keyId }: Readied) {
  if (!(await isStillActive(tx, keyId)))
    throw new Refusal('Our signing key has just changed. Send it again, please.')
}

/** Rule 16: who has decided about an activity, in any version, does not endorse it. */
export async function refuseReviewer(tx: Tx, actor: Actor, request: AskedRequest) {
  const reviewed = await tx.review.findFirst({
    where: {
      activityId: request.activityId,
      reviewer: { addresses: { some: { normalised: { in: addressesOf(actor, request) } } } },
    },
  })
  const hasDecided = await hasDecidedAppeal(tx, request.activityId, addressesOf(actor, request))
  if (reviewed || hasDecided)
    throw new Refusal(
      'You have reviewed this activity, so somebody else confirms it. Decline, and name them if you can.',
    )
}

/** Rule 1: whichever of their addresses they use. */
function refuseBarred(actor: Actor, request: AskedRequest, form: EndorseForm) {
  const student = {
    normalisedAddresses: request.activity.student.addresses.map(address => address.normalised),
  }
  if (isSamePerson(student, { normalisedAddresses: addressesOf(actor, request) }))
    throw new Refusal('Nobody endorses their own activity.')
  if (form.relationship === 'fellowStudent' && !request.activity.opportunity?.allowsPeers) {
    throw new Refusal(
      'This activity asks for somebody who was responsible for it. Decline, and name them if you can.',
      'relationship',
    )
  }
}

/** Nobody has seen tomorrow: today is the last day that can be confirmed, where the institution is. */
function refuseDaysToCome({ activity }: AskedRequest, { confirmedStart, confirmedEnd }: EndorseForm) {
  const today = dayOf(now(), activity.student.institution.timeZone)
  if (confirmedStart > today) {
    throw new Refusal(
      'This day is still to come. Write the first day that you can confirm.',
      'confirmedStart',
    )
  }
  if (confirmedEnd !== null && confirmedEnd > today) {
    throw new Refusal(
      'This day is still to come. Write the last day that you can confirm, or none while it goes on.',
      'confirmedEnd',
    )
  }
}

type Judged = Pick<JudgementSaid, 'claimId' | 'outcome' | 'comment'> & { levelId: string | null }

function wordsOf(
  { id: _id, publicId: _publicId, endorsedAt: _at, ...said }: EndorsementSaid & Partial<EndorsementModel>,
  judged: readonly Judged[],
) {
  const { document: _document, withdrawnAt: _withdrawnAt, listId: _list, listIndex: _index, ...words } = said
  const judgements = judged.map(({ claimId, outcome, levelId, comment }) => [claimId, outcome, levelId, comment])
  return { words, judgements: judgements.map(each => each.join('\n')).sort() }
}

function addressesOf(actor: Actor, request: AskedRequest) {
  const own = 'normalisedAddresses' in actor ? actor.normalisedAddresses : []
  return [...own, normaliseAddress(request.endorser.email)]
}

/** Every claim answered exactly once, each level from the claimed competency's own scale. */
function judgementsOf(request: AskedRequest, form: EndorseForm): JudgementSaid[] {
  return request.revision.claims.map((claim, at) => {
    const given = form.judgements.filter(judgement => judgement.claimId === claim.id)
    const [only] = given
    if (!only || given.length > 1)
      throw new Refusal('Choose what you saw, or that you did not observe it.', `judgements[${at}].answer`)
    const level = claim.competency.framework.levels.find(level => level.id === only.answer) ?? null
    const other = judgementOutcomes.find(outcome => outcome === only.answer && outcome !== 'atLevel')
    if (!level && !other) throw new Refusal('Choose one of the answers.', `judgements[${at}].answer`)
    return {
      claimId: claim.id,
      competencyId: claim.competencyId,
      levelId: level?.id ?? null,
      level,
      outcome: other ?? ('atLevel' as const),
      comment: only.comment,
    }
  })
}

async function composed(actor: Actor, request: AskedRequest, form: EndorseForm): Promise<EndorsementSaid> {
  const { judgements: _answers, isNoRelative: _declared, ...said } = form
  return {
    id: newId(),
    publicId: newPublicId(),
    institutionId: request.institutionId,
    requestId: request.id,
    activityId: request.activityId,
    revisionId: request.revisionId,
    endorserId: request.endorserId,
    assurance: await assuranceOf(actor, request.endorser.email),
    namedBy: request.namedBy,
    endorsedAt: now(),
    ...said,
  }
}
