import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { canBeEdited, type ActivityStatus, type Shown } from './activity'
import type { ClaimsForm, InviteesForm, WhatForm } from './activity-forms.server'
import { record } from './audit.server'
import { openInCatalogue } from './opportunity'
import { refuseUnseen, type DraftStep } from './draft-step.server'
import { isOwn, mayLogActivities, type Actor } from './policy'
import { dropUploads, forgetFiles } from './stored-file.server'
import type { TimeForm } from './time-form.server'

/** Makes a draft. The first step of the log form is all it takes; the rest is added as the student goes on. */
export async function logActivity(actor: Actor, form: WhatForm, formKey?: string): Promise<string> {
  allowed(mayLogActivities(actor))
  const opportunity = form.opportunityId
    ? found(await db.opportunity.findFirst({
        where: { id: form.opportunityId, institutionId: actor.institutionId, ...openInCatalogue },
      }))
    : null
  const unitId = opportunity?.unitId ?? (await homeUnit(actor.id))
  const id = idFrom(formKey, actor.id, form)
  const at = now()
  const making = transaction(async tx => {
    await tx.activity.create({
      data: { id, institutionId: actor.institutionId, studentId: actor.id, unitId, createdAt: at, statusAt: at, ...form, opportunityId: opportunity?.id ?? null },
    })
    await record(tx, actor, 'activity.logged', id, { category: form.category, opportunityId: form.opportunityId ?? null })
  })
  return once(id, making, () => db.activity.count({ where: { id } }))
}

/** The entry of the catalogue it was logged under stays, since that says who reviews it and how many confirm it. */
export function describeActivity(actor: Actor, shown: Shown, { opportunityId: _, ...form }: WhatForm) {
  return edit(actor, shown, tx => tx.activity.update({ where: { id: shown.id }, data: form }), 'activity.edited', 'what')
}

export function timeActivity(actor: Actor, shown: Shown, form: TimeForm) {
  const { timeEntries, ...dates } = form
  return edit(actor, shown, async tx => {
    await tx.timeEntry.deleteMany({ where: { activityId: shown.id } })
    await tx.timeEntry.createMany({ data: timeEntries.map(entry => ({ id: newId(), activityId: shown.id, ...entry })) })
    const minutes = timeEntries.reduce((sum, entry) => sum + entry.minutes, 0)
    await tx.activity.update({ where: { id: shown.id }, data: { ...dates, minutes } })
  }, 'activity.edited', 'when')
}

export async function claimCompetencies(actor: Actor, shown: Shown, form: ClaimsForm) {
  const competencies = await db.competency.findMany({
    where: {
      id: { in: form.claims.map(claim => claim.competencyId) },
      framework: { institutionId: actor.institutionId, publishedAt: { not: null } },
    },
    select: { id: true, framework: { select: { levels: { select: { id: true } } } } },
  })
  const levels = new Map(competencies.map(c => [c.id, c.framework.levels.map(level => level.id)]))
  if (!form.claims.every(claim => levels.get(claim.competencyId)?.includes(claim.levelId))) {
    throw new Refusal('Choose each competency and its level from the list.', 'claims')
  }
  return edit(actor, shown, async tx => {
    await tx.claim.deleteMany({ where: { activityId: shown.id } })
    await tx.claim.createMany({
      data: form.claims.map((claim, position) => ({ id: newId(), activityId: shown.id, position, ...claim })),
    })
    await tx.activity.update({ where: { id: shown.id }, data: form.account })
  }, 'activity.edited', 'claims')
}

export function nameEndorsers(actor: Actor, shown: Shown, form: InviteesForm) {
  return edit(actor, shown, tx => replaceInvitees(tx, shown.id, form))
}

export async function replaceInvitees(tx: Tx, activityId: string, { invitees }: InviteesForm) {
  await tx.invitee.deleteMany({ where: { activityId } })
  await tx.invitee.createMany({ data: invitees.map(invitee => ({ id: newId(), activityId, ...invitee })) })
}

/** A draft nobody has seen is the student's to throw away; its evidence leaves with it. */
export async function discardDraft(actor: Actor, shown: Shown) {
  await edit(actor, shown, async tx => {
    if ((await tx.revision.count({ where: { activityId: shown.id } })) > 0) {
      throw new Refusal('Others have seen an earlier version, so this activity stays on your record.')
    }
    const ofThis = { where: { activityId: shown.id } }
    await tx.timeEntry.deleteMany(ofThis)
    await tx.claim.deleteMany(ofThis)
    await tx.invitee.deleteMany(ofThis)
    await dropUploads(tx, { activityId: shown.id })
    await forgetFiles(tx, actor.institutionId, await digestsOf(tx, shown.id))
    await tx.evidence.deleteMany(ofThis)
    await releaseListing(tx, shown.id)
    await tx.activity.delete({ where: { id: shown.id } })
  }, 'activity.discarded')
}

/** Whoever listed its student hears nothing; the line waits for them again, and nobody waits for a team that is not. */
async function releaseListing(tx: Tx, activityId: string) {
  await tx.rosterEntry.updateMany({ where: { activityId }, data: { activityId: null, answer: 'waiting', answeredAt: null } })
  const { teamId } = await tx.activity.findUniqueOrThrow({ where: { id: activityId } })
  if (teamId && (await tx.activity.count({ where: { teamId } })) === 1) {
    await tx.teamMember.deleteMany({ where: { teamId, joinedAt: null } })
  }
}

/** Every edit of a draft: the student's own, in the version the form showed, recorded. */
export async function edit(
  actor: Actor, shown: Shown, change: (tx: Tx) => Promise<unknown>,
  action = 'activity.edited', step?: DraftStep,
) {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  if (!canBeEdited(activity.status)) {
    throw new Refusal('Somebody is judging this version. Withdraw it, or wait for the answer, before you change it.')
  }
  await transaction(async tx => {
    await move(tx, shown, ['draft'], 'draft', activity.statusAt)
    if (step) await refuseUnseen(tx, shown, step)
    await change(tx)
    await record(tx, actor, action, shown.id, { revision: shown.revision })
  })
}

/** Only one of two simultaneous clicks can win, and a form that showed an older revision never does. */
export async function move(tx: Tx, { id, revision }: Shown, from: ActivityStatus[], to: ActivityStatus, statusAt = now()) {
  const { count } = await tx.activity.updateMany({
    where: { id, revision, status: { in: from } }, data: { status: to, statusAt },
  })
  if (count === 0) throw new Refusal('This activity has moved on in the meantime. Look at it again before you decide.')
}

async function digestsOf(tx: Tx, activityId: string) {
  const files = await tx.evidence.findMany({ where: { activityId, fileDigest: { not: null } }, select: { fileDigest: true } })
  return files.flatMap(({ fileDigest }) => fileDigest ?? [])
}

async function homeUnit(studentId: string) {
  const enrolment = await db.enrolment.findFirst({ where: { personId: studentId }, orderBy: { fromDay: 'desc' } })
  if (!enrolment) throw new Refusal('You are not enrolled, so we do not know who would check this. Ask your student office.')
  return enrolment.unitId
}
