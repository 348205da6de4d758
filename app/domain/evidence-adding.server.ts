import { now } from '~/lib/clock.server'
import { db, type Db, type EvidenceModel, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { evidence as words } from '~/messages/en/evidence'
import { canBeEdited, limits, type Shown } from './activity'
import { edit } from './activity.server'
import { isOwn, type Actor } from './policy'

/** All of it is asked again in the transaction; here, so that no bytes are kept in vain. */
export async function mayAddEvidence(actor: Actor, shown: Shown) {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  if (!canBeEdited(activity.status) || activity.revision !== shown.revision) throw new Refusal(words.notNow)
  await refuseFull(db, shown, 1)
}

type NewPiece = Pick<EvidenceModel, 'kind' | 'name'> & Partial<EvidenceModel>

/** Of several at once each counts those before it: an edit holds the activity's row. */
export async function addPiece(actor: Actor, shown: Shown, id: string, piece: (tx: Tx) => Promise<NewPiece>) {
  const { institutionId } = actor
  const adding = edit(actor, shown, async tx => {
    const data = { ...(await piece(tx)), id, institutionId, activityId: shown.id, createdAt: now() }
    await tx.evidence.create({ data })
    await refuseFull(tx, shown, 0)
  }, 'evidence.added')
  await once(id, adding, () => countOf(id))
}

async function refuseFull(client: Db, { id: activityId }: Shown, more: number) {
  const held = await client.evidence.count({ where: { activityId, removedAt: null } })
  if (held + more > limits.evidence) throw new Refusal(words.full(limits.evidence))
}

export function idOf(actor: Actor, { id }: Shown, words: object, formKey: string | undefined) {
  return idFrom(formKey, actor.kind === 'person' ? actor.id : '', { activityId: id, ...words })
}

/** One where an earlier click of the same form has added it. */
export function countOf(id: string) {
  return db.evidence.count({ where: { id, removedAt: null } })
}
