import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type UploadModel } from '~/lib/db.server'
import { safeFileName } from '~/lib/file-name.server'
import { newId } from '~/lib/id.server'
import { registerDaily } from '~/lib/jobs.server'
import { parsedForm } from '~/lib/parsed-form.server'
import { allPieces, forgetPieces, piecesOf } from '~/lib/pieces.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { evidence as words } from '~/messages/en/evidence'
import { canBeEdited, type Shown } from './activity'
import { MAXIMUM_RECORDING_BYTES, recordingTypeOf } from './evidence'
import { mayAddEvidence } from './evidence-adding.server'
import { addFileAs } from './evidence-file.server'
import { FileForm } from './evidence-forms.server'
import { isOwn, type Actor, type PersonActor } from './policy'

/** Whoever was cut off can go on for so long; each piece begins it anew. */
const PATIENCE = 3 * DAY
const MOST_AT_ONCE = 5

/** A large recording is coming. Answers its id, under which it will be evidence. */
export async function beginUpload(actor: PersonActor, shown: Shown, named: { fileName: string; bytes: number }) {
  await mayAddEvidence(actor, shown)
  const fileName = safeFileName(named.fileName)
  const mediaType = recordingTypeOf(fileName)
  if (!mediaType) throw new Refusal(words.sending.tooLargeForKind)
  const { bytes } = named
  const isPossible = Number.isSafeInteger(bytes) && bytes > 0 && bytes <= MAXIMUM_RECORDING_BYTES
  if (!isPossible) throw new Refusal(words.sending.tooLarge)
  const { id: personId, institutionId } = actor
  if ((await db.upload.count({ where: { personId } })) >= MOST_AT_ONCE) throw new Refusal(words.sending.tooMany)
  const id = newId()
  const row = { id, institutionId, personId, activityId: shown.id, fileName, mediaType, bytes, createdAt: now() }
  await transaction(tx => tx.upload.create({ data: { ...row, expiresAt: later(now(), PATIENCE) } }))
  return id
}

type FoundUpload = (UploadModel & { isEvidence: false }) | { isEvidence: true; bytes: number }

/** Somebody's own, for a draft; for everybody else it is not there (rule 11). */
export async function requireUpload(actor: Actor, activityId: string, id: string): Promise<FoundUpload> {
  const activity = found(await db.activity.findUnique({ where: { id: activityId } }))
  allowed(isOwn(actor, activity) && canBeEdited(activity.status))
  const upload = await db.upload.findFirst({ where: { id, activityId, personId: actor.id } })
  if (upload) return { ...upload, isEvidence: false }
  const inDraft = { id, activityId, removedAt: null }
  const evidence = await db.evidence.findFirst({ where: inDraft, include: { file: true } })
  return { isEvidence: true, bytes: found(evidence?.file).bytes }
}

/** What is not all here yet, in the order it was begun. */
export function listUploads(actor: Actor, activityId: string) {
  return db.upload.findMany({
    where: { activityId, personId: actor.kind === 'person' ? actor.id : '' },
    orderBy: { id: 'asc' },
    take: MOST_AT_ONCE,
    select: { id: true, fileName: true, bytes: true, received: true },
  })
}

/** After each piece, whole or cut off. */
export async function noteReceived(id: string) {
  const there = await piecesOf(id)
  if (!there) return
  const { received } = there
  const data = { received, expiresAt: later(now(), PATIENCE) }
  await transaction(tx => tx.upload.updateMany({ where: { id }, data }))
}

const finishing = new Map<string, Promise<void>>()

/** All of it is here: it becomes evidence by the door of all files, or is refused and gone. Twice is once. */
export function finishUpload(actor: PersonActor, upload: UploadModel): Promise<void> {
  const running = finishing.get(upload.id) ?? finish(actor, upload).finally(() => finishing.delete(upload.id))
  finishing.set(upload.id, running)
  return running
}

async function finish(actor: PersonActor, { id, activityId, fileName }: UploadModel) {
  const { fields } = found(await piecesOf(id))
  const shown = { id: activityId, revision: Number(fields.get('revision')) }
  try {
    await addFileAs(id, actor, shown, parsedForm(fields, FileForm), { ...(await allPieces(id)), name: fileName })
  } catch (error) {
    if (error instanceof Refusal) await discardUpload(id)
    throw error
  }
  await discardUpload(id)
}

/** Whoever sent it wants it no more. */
export async function forgetUpload(actor: Actor, activityId: string, id: string) {
  const upload = await requireUpload(actor, activityId, id)
  if (!upload.isEvidence) await discardUpload(id)
}

/** What is here of it goes; where it has become evidence, nothing is. */
export async function discardUpload(id: string) {
  await forgetPieces(id)
  await transaction(tx => tx.upload.deleteMany({ where: { id } }))
}

registerDaily({ 'forget-uploads': forgetUploads })

async function forgetUploads() {
  const expired = () => db.upload.findMany({ where: { expiresAt: { lte: now() } }, select: { id: true }, take: 100 })
  for (let page = await expired(); page.length > 0; page = await expired()) {
    for (const { id } of page) await discardUpload(id)
  }
}
