import type { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import type { Shown } from './activity'
import { edit } from './activity.server'
import { addPiece, countOf, idOf, mayAddEvidence } from './evidence-adding.server'
import type { LinkForm, TextForm } from './evidence-forms.server'
import { lookAtLink } from './evidence-link.server'
import type { Actor } from './policy'
import { forgetFiles } from './stored-file.server'

export async function addLink(actor: Actor, shown: Shown, form: z.output<typeof LinkForm>, formKey?: string) {
  const id = idOf(actor, shown, form, formKey)
  if (await countOf(id)) return
  await mayAddEvidence(actor, shown)
  await addPiece(actor, shown, id, async tx => {
    await lookAtLink(tx, id)
    return { kind: 'link', ...form }
  })
}

export async function addText(actor: Actor, shown: Shown, form: z.output<typeof TextForm>, formKey?: string) {
  const id = idOf(actor, shown, form, formKey)
  if (await countOf(id)) return
  await mayAddEvidence(actor, shown)
  await addPiece(actor, shown, id, async () => ({ kind: 'text', ...form }))
}

/** Leaves the draft. An earlier revision that holds it keeps it; what nobody was shown is gone, with its bytes. */
export async function removeEvidence(actor: Actor, shown: Shown, evidenceId: string) {
  const inDraft = { id: evidenceId, activityId: shown.id, removedAt: null }
  found(await db.evidence.findFirst({ where: inDraft }))
  await edit(actor, shown, async tx => {
    const piece = await tx.evidence.findFirst({ where: inDraft, include: { revisions: { take: 1 } } })
    const { fileDigest, revisions } = found(piece)
    if (revisions.length > 0) return tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: now() } })
    await tx.evidence.delete({ where: { id: evidenceId } })
    await forgetFiles(tx, actor.institutionId, fileDigest ? [fileDigest] : [])
  }, 'evidence.removed')
}
