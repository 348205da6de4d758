import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { found, Refusal } from '~/lib/refusal'
import { designForms as says } from '~/messages/en/design-forms'
import { record } from './audit.server'
import type { CommentForm } from './design-forms.server'
import { designFields } from './design-fields'
import { namesOf } from './design-list.server'
import type { PersonActor } from './policy'
import { buildable } from './programme.server'

const AT_MOST = 200

/** What a colleague has to say of a version; two clicks on one form say it once. */
export async function commentOnProgramme(
  actor: PersonActor, programmeId: string, form: CommentForm, formKey?: string,
): Promise<string> {
  const { institutionId } = await buildable(actor, programmeId)
  const id = idFrom(formKey, actor.id, form)
  const making = transaction(async tx => {
    await tx.programmeComment.create({
      data: { id, institutionId, programmeId, authorId: actor.id, ...form, createdAt: now() },
    })
    await record(tx, actor, 'programme.commented', programmeId)
  })
  return once(id, making, () => db.programmeComment.count({ where: { id } }))
}

export async function settleComment(actor: PersonActor, programmeId: string, id: string): Promise<void> {
  const { institutionId } = await buildable(actor, programmeId)
  found(await db.programmeComment.findFirst({ where: { id, programmeId, institutionId } }))
  await transaction(async tx => {
    const { count } = await tx.programmeComment.updateMany({
      where: { id, settledAt: null },
      data: { settledAt: now(), settledById: actor.id },
    })
    if (count === 0) throw new Refusal(says.settled)
    await record(tx, actor, 'programme.comment-settled', programmeId)
  })
}

/** What is open first, in the order of the fields; what is settled after it. */
export async function listComments(actor: PersonActor, programmeId: string) {
  await buildable(actor, programmeId)
  const comments = await db.programmeComment.findMany({
    where: { programmeId },
    orderBy: { createdAt: 'desc' },
    take: AT_MOST,
    include: { partner: { select: { name: true, organisation: true } } },
  })
  const names = await namesOf(comments.map(({ authorId }) => authorId))
  const order = (about: string) => designFields.findIndex(field => field === about)
  return comments
    .map(({ id, about, text, createdAt, settledAt, authorId, partner }) => ({
      id, text, createdAt, partner,
      about: designFields.find(field => field === about) ?? null,
      isSettled: settledAt !== null,
      author: names.get(authorId ?? '') ?? null,
    }))
    .sort((a, b) => Number(a.isSettled) - Number(b.isSettled) || order(a.about ?? '') - order(b.about ?? ''))
}

export type ProgrammeComment = Awaited<ReturnType<typeof listComments>>[number]
