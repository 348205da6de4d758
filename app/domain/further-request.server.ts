import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { canBeWithdrawn, type Shown } from './activity'
import { Invitee } from './activity-forms.server'
import { holdVersion } from './answer.server'
import { record } from './audit.server'
import { invitedBy, type Invited } from './endorser.server'
import { isOwn, type Actor, type PersonActor } from './policy'
import { openRequests } from './request.server'

/** So many people in all are asked about one version; whoever needs more asks the office. */
const AT_MOST = 10

export type Invitation = z.output<typeof Invitee>

/** In the fields of the page on which all are named, so that both say the same. */
export const AskAlsoForm = z.object({ invitees: z.array(Invitee).length(1) })

export const SuggestionForm = z.object({ then: z.enum(['ask', 'leave']) })

/** One more person for the same frozen revision. Nothing is withdrawn, nothing that was said is lost. */
export async function askAlso(actor: Actor, shown: Shown, invitee: Invitation) {
  const activity = await findOwn(actor, shown.id)
  await transaction(tx => open(tx, actor, { ...activity, shown }, invitee))
}

/** Who was named by somebody that was not the right person: asked now, as the student says so. */
export async function askSuggested(actor: Actor, shown: Shown, requestId: string) {
  const activity = await findOwn(actor, shown.id)
  const { suggestedName, suggestedEmail } = await findSuggestion(activity.id, requestId)
  await transaction(async tx => {
    await holdVersion(tx, shown)
    await settle(tx, requestId)
    const invitee = { name: suggestedName, email: suggestedEmail, organisation: '', message: '' }
    await open(tx, actor, { ...activity, shown }, invitee)
  })
}

/** The student knows better. The suggestion is forgotten; nobody was written to. */
export async function leaveSuggestion(actor: Actor, shown: Shown, requestId: string) {
  const activity = await findOwn(actor, shown.id)
  await findSuggestion(activity.id, requestId)
  await transaction(async tx => {
    await settle(tx, requestId)
    await record(tx, actor, 'request.suggestion-left', requestId)
  })
}

/** Opens one more request, unless that mailbox has had one for this version. Answers its id. */
export async function openFurther(
  tx: Tx,
  revision: { id: string; activityId: string; institutionId: string },
  invited: Invited,
  field: string,
) {
  const where = { revisionId_endorserId: { revisionId: revision.id, endorserId: invited.endorserId } }
  if (await tx.endorsementRequest.findUnique({ where })) {
    throw new Refusal(`${invited.name} has been asked about this already. Name somebody else.`, field)
  }
  const asked = await tx.endorsementRequest.count({ where: { revisionId: revision.id } })
  if (asked >= AT_MOST) {
    throw new Refusal(`${AT_MOST} people have been asked about this version. That is as many as we ask.`)
  }
  await openRequests(tx, revision, [invited])
  const { id } = await tx.endorsementRequest.findUniqueOrThrow({ where, select: { id: true } })
  return id
}

/** For the page that asks: the activity, and whether its version is in question. */
export async function findAskable(actor: PersonActor, activityId: string) {
  const activity = found(await db.activity.findUnique({ where: { id: activityId } }))
  allowed(isOwn(actor, activity))
  const { id, title, revision, status } = activity
  return { id, title, revision, isInQuestion: canBeWithdrawn(status) }
}

type Own = Awaited<ReturnType<typeof findOwn>> & { shown: Shown }

async function findOwn(actor: Actor, id: string) {
  const activity = found(await db.activity.findUnique({ where: { id }, include: { opportunity: true } }))
  allowed(isOwn(actor, activity))
  return { id: activity.id, opportunity: activity.opportunity, student: actor }
}

async function open(tx: Tx, actor: Actor, { student, opportunity, shown }: Own, invitee: Invitation) {
  await holdVersion(tx, shown)
  const revision = await tx.revision.findUniqueOrThrow({
    where: { activityId_number: { activityId: shown.id, number: shown.revision } },
    select: { id: true, activityId: true, institutionId: true },
  })
  const [invited] = await invitedBy(tx, student, { invitees: [invitee], opportunity })
  const id = await openFurther(tx, revision, found(invited), 'invitees[0].email')
  await record(tx, actor, 'request.added', id)
}

async function findSuggestion(activityId: string, requestId: string) {
  return found(
    await db.endorsementRequest.findFirst({
      where: { id: requestId, activityId, suggestedEmail: { not: '' } },
      select: { suggestedName: true, suggestedEmail: true },
    }),
  )
}

async function settle(tx: Tx, id: string) {
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id, suggestionAnsweredAt: null },
    data: { suggestionAnsweredAt: now() },
  })
  if (count === 0) throw new Refusal('You have decided about this already.')
}
