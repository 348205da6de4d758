import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Db, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { canBeRevised, type Shown } from './activity'
import type { InviteesForm } from './activity-forms.server'
import { move, replaceInvitees } from './activity.server'
import { dropAppeal } from './appeal.server'
import { refuseTooMany } from './asked-enough.server'
import { record } from './audit.server'
import { dayOf } from './day'
import { isOwn, type Actor } from './policy'
import { closeRequests, openRequests } from './request.server'
import type { RevisionFacts } from './revision'
import { frozen } from './revision.server'
import { invitedBy } from './endorser.server'
import { refuseOutsideWindow } from './window.server'

/**
 * Freezes the revision, opens one request for each person named, and leaves their mails in the outbox. Whom to
 * ask may come with it, since the last step of the log says both at once.
 */
export async function submitActivity(actor: Actor, shown: Shown, declares: boolean, naming?: InviteesForm) {
  const draft = withInvitees(found(await findDraft(db, shown.id)), naming)
  allowed(isOwn(actor, draft))
  if (!declares) throw new Refusal('Confirm that this is true, your own, and that people shown agree.', 'declaration')
  refuseIncomplete(draft)
  await refuseOutsideWindow(draft)
  const revision = { id: newId(), institutionId: draft.institutionId, submittedAt: now(), ...frozen(factsOf(draft)) }
  await transaction(async tx => {
    await move(tx, shown, ['draft'], 'submitted')
    if (naming) await replaceInvitees(tx, draft.id, naming)
    // The draft is ours from here on; what another window wrote just before is not what the student submits.
    if (frozen(factsOf(found(await findDraft(tx, draft.id)))).hash !== revision.hash) throw new Refusal(CHANGED)
    await tx.revision.create({ data: revision })
    await freeze(tx, revision.id, draft)
    await closeRequests(tx, draft.id)
    const invited = await invitedBy(tx, actor, draft)
    await refuseTooMany(tx, actor, invited)
    await openRequests(tx, { id: revision.id, activityId: draft.id, institutionId: draft.institutionId }, invited)
    await record(tx, actor, 'activity.submitted', draft.id, { revision: draft.revision, hash: revision.hash })
  })
}

export async function withdrawActivity(actor: Actor, shown: Shown) {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  await transaction(async tx => {
    await move(tx, shown, ['submitted', 'inReview'], 'withdrawn')
    await closeRequests(tx, activity.id)
    await record(tx, actor, 'activity.withdrawn', activity.id, { revision: shown.revision })
  })
}

/** Opens the next revision. An approved one keeps counting until the new one is approved. */
export async function reviseActivity(actor: Actor, shown: Shown) {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  if (!canBeRevised(activity.status)) throw new Refusal('This version cannot be changed at the moment.')
  await transaction(async tx => {
    await move(tx, shown, [activity.status], 'draft')
    const revision = 1 + Math.max(shown.revision, await lastRevision(tx, activity))
    await tx.activity.update({ where: { id: activity.id }, data: { revision } })
    await dropAppeal(tx, activity.id)
    await record(tx, actor, 'activity.revised', activity.id, { revision })
  })
}

/** The last number given to a version, also to one that was discarded: none is given twice. */
async function lastRevision(tx: Tx, { id, institutionId }: { id: string; institutionId: string }) {
  const event = await tx.auditEvent.findFirst({
    where: { institutionId, subjectId: id, action: 'activity.revised' }, orderBy: { seq: 'desc' }, select: { details: true },
  })
  return z.object({ revision: z.number() }).catch({ revision: 0 }).parse(event?.details).revision
}

type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

const CHANGED = 'This draft was changed in another window a moment ago. Look at it again before you submit it.'

const NOT_OVER = 'Its last day is still to come. Say in step 2 that you are still doing it, or wait for it.'

function withInvitees(draft: Draft, naming: InviteesForm | undefined) {
  return naming ? { ...draft, invitees: naming.invitees } : draft
}

function findDraft(client: Db, id: string) {
  return client.activity.findUnique({
    where: { id },
    include: {
      claims: { orderBy: { position: 'asc' } },
      timeEntries: { orderBy: [{ day: 'asc' }, { id: 'asc' }] },
      evidence: { where: { removedAt: null }, orderBy: { createdAt: 'asc' } },
      invitees: true,
      opportunity: true,
      student: { include: { institution: true } },
    },
  })
}

function refuseIncomplete(draft: ReturnType<typeof withInvitees>) {
  const today = dayOf(now(), draft.student.institution.timeZone)
  if (!draft.activityStartDate) throw new Refusal('Say when it started: step 2 is not finished.')
  if (draft.activityStartDate > today) throw new Refusal('It has not started yet. You can submit it once it has.')
  if (draft.activityEndDate !== null && draft.activityEndDate > today) throw new Refusal(NOT_OVER)
  if (draft.timeEntries.some(entry => entry.day > today)) throw new Refusal('Some of the days are still to come. Remove them, or wait.')
  if (draft.minutes === 0) throw new Refusal('Say how much time it took: step 2 is not finished.')
  if (draft.claims.length === 0) throw new Refusal('Say what it showed: choose at least one competency.')
  if (draft.invitees.length === 0) throw new Refusal('Say who saw it: name at least one person to ask.')
  if (draft.sensitivity !== 'normal' && !draft.publicTitle) throw new Refusal('Say what others may read instead of the title: step 1.')
}

function factsOf(draft: Omit<Draft, 'invitees'>): RevisionFacts {
  const { situation, task, action, result, learning } = draft
  return {
    activityId: draft.id, number: draft.revision,
    category: draft.category, title: draft.title, organisation: draft.organisation, role: draft.role,
    activityStartDate: draft.activityStartDate ?? '', activityEndDate: draft.activityEndDate, isOngoing: draft.isOngoing,
    participation: draft.participation,
    isPaid: draft.isPaid, isCreditBearing: draft.isCreditBearing, isMandatory: draft.isMandatory,
    sensitivity: draft.sensitivity, publicTitle: draft.publicTitle, publicOrganisation: draft.publicOrganisation,
    narrative: draft.narrative, reflection: { situation, task, action, result, learning },
    minutes: draft.minutes,
    timeEntries: draft.timeEntries.map(({ day, minutes, note }) => ({ day, minutes, note })),
    claims: draft.claims.map(({ competencyId, levelId, narrative }) => ({ competencyId, levelId, narrative })),
    evidence: draft.evidence.map(e => ({
      id: e.id, kind: e.kind, name: e.name,
      digest: e.fileDigest ?? createHash('sha256').update(e.url ?? e.text ?? '').digest('hex'),
    })),
  }
}

async function freeze(tx: Tx, revisionId: string, draft: Omit<Draft, 'invitees'>) {
  await tx.revisionClaim.createMany({
    data: draft.claims.map(({ competencyId, levelId, narrative, position }) => ({
      id: newId(), revisionId, competencyId, levelId, narrative, position,
    })),
  })
  await tx.revisionEvidence.createMany({
    data: draft.evidence.map((evidence, position) => ({ revisionId, evidenceId: evidence.id, position })),
  })
}
