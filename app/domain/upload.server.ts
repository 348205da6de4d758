import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type Tx, type UploadModel } from '~/lib/db.server'
import { safeFileName } from '~/lib/file-name.server'
import { newId } from '~/lib/id.server'
import { registerDaily } from '~/lib/jobs.server'
import { parsedForm } from '~/lib/parsed-form.server'
import { allPieces, forgetPieces, pathOf, piecesOf } from '~/lib/pieces.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { evidence as words } from '~/messages/en/evidence'
import { canBeEdited, limits, type Shown } from './activity'
import { MAXIMUM_ACTIVITY_BYTES, MAXIMUM_RECORDING_BYTES, recordingTypeOf } from './evidence'
import { mayAddEvidence } from './evidence-adding.server'
import { addFileAs } from './evidence-file.server'
import { FileForm } from './evidence-forms.server'
import { typeOf } from './file-type.server'
import { isOwn, type Actor, type PersonActor } from './policy'

/** Whoever was cut off can go on for so long; each piece begins it anew. */
const PATIENCE = 3 * DAY
const MOST_AT_ONCE = 5
/** So many bytes say what a file is, whatever stands before its sound. */
const ENOUGH_TO_TELL = 65_536

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
  const id = newId()
  const row = { id, institutionId, personId, activityId: shown.id, fileName, mediaType, bytes, createdAt: now() }
  await transaction(async tx => {
    // The person's row first: of several begun at once each counts those before it.
    await tx.person.update({ where: { id: personId }, data: { institutionId } })
    await refuseTooMuch(tx, row)
    await tx.upload.create({ data: { ...row, expiresAt: later(now(), PATIENCE) } })
  })
  return id
}

/** What is on its way counts as if it were here, so that nobody sends for an hour and is refused then. */
async function refuseTooMuch(tx: Tx, { personId, activityId, bytes }: Omit<UploadModel, 'received' | 'expiresAt'>) {
  const underway = await tx.upload.findMany({ where: { personId }, select: { activityId: true, bytes: true } })
  if (underway.length >= MOST_AT_ONCE) throw new Refusal(words.sending.tooMany)
  const coming = underway.filter(upload => upload.activityId === activityId)
  const here = await tx.evidence.findMany({
    where: { activityId },
    select: { removedAt: true, file: { select: { digest: true, bytes: true } } },
  })
  const places = here.filter(({ removedAt }) => removedAt === null).length + coming.length
  if (places >= limits.evidence) throw new Refusal(words.full(limits.evidence))
  const files = new Map(here.flatMap(({ file }) => (file ? [[file.digest, file.bytes]] : [])))
  const taken = [...files.values(), ...coming.map(upload => upload.bytes)].reduce((sum, each) => sum + each, 0)
  if (taken + bytes > MAXIMUM_ACTIVITY_BYTES) throw new Refusal(words.sending.tooMuch)
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

/** Before more of it comes: what is here says what it is. What is no recording is refused, and gone. */
export async function lookAtStart({ id, fileName }: UploadModel) {
  if (((await piecesOf(id))?.received ?? 0) < ENOUGH_TO_TELL) return
  try {
    await typeOf({ path: pathOf(id), name: fileName })
  } catch (error) {
    if (error instanceof Refusal) await discardUpload(id)
    throw error
  }
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
