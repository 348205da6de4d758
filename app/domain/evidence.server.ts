import type { Readable } from 'node:stream'
import { z } from 'zod'
import { now } from '~/lib/clock.server'
import {
  db, transaction, type Db, type EndorsementRequestModel, type EvidenceModel, type Tx,
} from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { readStored, type Arrived } from '~/lib/storage.server'
import { canBeEdited, limits, type Shown } from './activity'
import { edit } from './activity.server'
import { whenMissing } from './endorsement-forms.server'
import { typeOf, withoutTraces } from './file-type.server'
import { isOwn, mayAnswer, mayReview, type Actor } from './policy'
import { closedReason } from './request.server'
import { forgetFiles, keepFile } from './stored-file.server'

const described = {
  name: z.string(whenMissing('Write what it is.')).trim().min(1).max(limits.title),
  description: z.string().trim().max(limits.claim).default(''),
  showsPeople: z.boolean().default(false),
}
export const FileForm = z.object({ ...described, name: z.string().trim().max(limits.title).default('') })
export const LinkForm = z.object({
  url: z.url({ protocol: /^https?$/, error: 'Write the whole address of the link, with https://.' }),
  ...described,
})
export const TextForm = z.object({
  text: z.string(whenMissing('Write the text.')).trim().min(1).max(limits.narrative),
  ...described,
})

export const RemovalForm = z.object({ remove: z.string() })

interface ArrivedFile extends Arrived {
  name: string
}

/** Type told by content, photos cleaned, and bytes stored once by digest, together with the row. */
export async function addFile(
  actor: Actor, shown: Shown, form: z.output<typeof FileForm>, file: ArrivedFile, formKey?: string,
) {
  const { institutionId } = actor
  const id = idOf(actor, shown, { ...form, fileName: file.name, digest: file.digest }, formKey)
  try {
    if (await countOf(id)) return
    await mayAddEvidence(actor, shown)
    if (file.bytes === 0) throw new Refusal('This file is empty. Choose another one.', 'file')
    const mediaType = await typeOf(file)
    const originalDigest = file.digest
    const stored = await withoutTraces(file, mediaType)
    await addPiece(actor, shown, id, async tx => {
      await keepFile(tx, institutionId, stored, { originalDigest, mediaType })
      return {
        kind: 'file', ...form, name: form.name || file.name.slice(0, limits.title),
        fileName: file.name.slice(-200), fileDigest: stored.digest,
      }
    }).catch(async (error: unknown) => {
      await transaction(tx => forgetFiles(tx, institutionId, [stored.digest]))
      throw error
    })
  } finally {
    await file.discard()
  }
}

export async function addLink(actor: Actor, shown: Shown, form: z.output<typeof LinkForm>, formKey?: string) {
  const id = idOf(actor, shown, form, formKey)
  if (await countOf(id)) return
  await mayAddEvidence(actor, shown)
  await addPiece(actor, shown, id, async () => ({ kind: 'link', ...form }))
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
    const { fileDigest, revisions } = found(await tx.evidence.findFirst({ where: inDraft, include: { revisions: { take: 1 } } }))
    if (revisions.length > 0) return tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: now() } })
    await tx.evidence.delete({ where: { id: evidenceId } })
    await forgetFiles(tx, actor.institutionId, fileDigest ? [fileDigest] : [])
  }, 'evidence.removed')
}

interface StoredEvidence {
  name: string
  mediaType: string
  bytes: number
  stream(): Readable
}

/** The bytes, for who may see them: the student, the reviewer, and the endorser for the asked revision only. */
export async function findFile(actor: Actor, activityId: string, evidenceId: string): Promise<StoredEvidence | null> {
  const evidence = await db.evidence.findFirst({
    where: { id: evidenceId, activityId, institutionId: actor.institutionId, kind: 'file' },
    include: { file: true, activity: true, revisions: { include: { revision: { include: { requests: { include: { endorser: true } } } } } } },
  })
  if (!evidence?.file) return null
  const requests = evidence.revisions.flatMap(held => held.revision.requests)
  const maySee =
    isOwn(actor, evidence.activity) ||
    (evidence.revisions.length > 0 && mayReview(actor, evidence.activity)) ||
    requests.some(request => mayAnswer(actor, request) && isTheirs(request, evidence.activity))
  if (!maySee) return null
  const { digest, mediaType, bytes } = evidence.file
  return {
    name: evidence.fileName ?? evidence.name, mediaType, bytes,
    stream: () => readStored(evidence.institutionId, digest),
  }
}

/** Evidence belongs to a request that is open, or to the answer that was given. */
function isTheirs(request: EndorsementRequestModel, activity: { approvedRevisionId: string | null }) {
  const reason = closedReason({ ...request, activity })
  return reason === null || reason === 'answered'
}

/** All of it is asked again in the transaction; here, so that no bytes are kept in vain. */
async function mayAddEvidence(actor: Actor, shown: Shown) {
  const activity = found(await db.activity.findUnique({ where: { id: shown.id } }))
  allowed(isOwn(actor, activity))
  if (!canBeEdited(activity.status) || activity.revision !== shown.revision) throw new Refusal('Others have this version. Evidence goes into the next one.')
  await refuseFull(db, shown, 1)
}

type Piece = Pick<EvidenceModel, 'kind' | 'name'> & Partial<EvidenceModel>

/** Of several at once each counts those before it: an edit holds the activity's row. */
async function addPiece(actor: Actor, shown: Shown, id: string, piece: (tx: Tx) => Promise<Piece>) {
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
  if (held + more > limits.evidence) throw new Refusal(`An activity holds ${limits.evidence} pieces of evidence. Remove one first.`)
}

function idOf(actor: Actor, { id }: Shown, words: object, formKey: string | undefined) {
  return idFrom(formKey, actor.kind === 'person' ? actor.id : '', { activityId: id, ...words })
}

/** One where an earlier click of the same form has added it. */
function countOf(id: string) {
  return db.evidence.count({ where: { id, removedAt: null } })
}
