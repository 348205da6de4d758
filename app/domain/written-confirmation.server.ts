import type { Readable } from 'node:stream'
import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { readStored } from '~/lib/storage.server'
import { written as says } from '~/messages/en/written'
import { limits, type Shown } from './activity'
import { move } from './activity.server'
import { record } from './audit.server'
import { line, whenMissing } from './endorsement-forms.server'
import { looked, type ArrivedFile } from './evidence-file.server'
import { isOwn, mayReview, type Actor, type PersonActor } from './policy'
import { forgetFiles, keepFile } from './stored-file.server'
import { isAwaited, isReadable, PATIENCE_DAYS, standIns, writtenKinds, type WrittenKind } from './written-confirmation'

export const WrittenForm = z.object({
  kind: z.enum(writtenKinds, { error: 'Choose which of the two it is.' }),
  writtenBy: line('Write who speaks in it, and what they were there.'),
  reason: z
    .string(whenMissing('Say why nobody you asked can be reached.'))
    .trim()
    .min(1)
    .max(limits.claim),
})
export type WrittenForm = z.output<typeof WrittenForm>
export type WrittenTyped = z.input<typeof WrittenForm> & { file: File }

/**
 * A document in the place of whoever cannot be reached: the version goes on to the review, which names the time
 * that counts. It judges nothing, and those who were asked can still answer.
 */
export async function confirmInWriting(
  actor: Actor,
  shown: Shown,
  form: WrittenForm,
  file: ArrivedFile,
  formKey?: string,
) {
  const words = { activityId: shown.id, ...form, fileName: file.name, digest: file.digest }
  const id = idFrom(formKey, actor.kind === 'person' ? actor.id : '', words)
  const isThere = () => db.writtenConfirmation.count({ where: { id } })
  try {
    if (await isThere()) return
    await findWritable(actor, shown.id)
    const seen = await checked(file)
    const keeping = transaction(tx => keep(tx, actor, shown, { id, digest: file.digest, ...form, ...seen }))
    await once(id, keeping, isThere)
      .catch(async (error: unknown) => {
        await transaction(tx => forgetFiles(tx, actor.institutionId, [seen.stored.digest]))
        throw error
      })
      .finally(() => seen.stored.discard()) // also where an earlier click had brought it
  } finally {
    await file.discard()
  }
}

/** For the page that takes the document: the activity, whether one is taken, and who can still be waited for. */
export async function findWritable(actor: Actor, activityId: string) {
  const activity = found(await db.activity.findUnique({ where: { id: activityId } }))
  allowed(isOwn(actor, activity))
  const { id, title, revision, status } = activity
  const requests = await askedAbout(db, { id, revision })
  const awaited = requests.filter(request => isAwaited(request, now()))
  const isSubmitted = status === 'submitted'
  return { id, title, revision, isSubmitted, kinds: isSubmitted ? standIns(requests, now()) : [], awaited }
}

export type Writable = Awaited<ReturnType<typeof findWritable>>

interface Document {
  name: string
  mediaType: string
  bytes: number
  stream(): Readable
}

/** The document itself, for its student and for who reviews. */
export async function findDocument(actor: PersonActor, activityId: string, id: string): Promise<Document> {
  const { evidence, activity, ...written } = found(await readDocument(activityId, id))
  allowed(isOwn(actor, activity) || mayReview(actor, activity))
  const { digest, mediaType, bytes } = found(evidence.file)
  return {
    name: written.fileName,
    mediaType,
    bytes,
    stream: () => readStored(activity.institutionId, digest),
  }
}

async function readDocument(activityId: string, id: string) {
  const written = await db.writtenConfirmation.findFirst({ where: { id, activityId }, include: { activity: true } })
  const evidence = await db.evidence.findFirst({ where: { id, activityId }, include: { file: true } })
  return written && evidence && { ...written, evidence }
}

async function checked(file: ArrivedFile) {
  const seen = await looked(file)
  if (isReadable(seen.mediaType)) return seen
  throw new Refusal('This is a recording. Take the letter or the form: a PDF, a photo or a text.', 'file')
}

type Kept = WrittenForm & Awaited<ReturnType<typeof checked>> & { id: string; digest: string }

async function keep(tx: Tx, actor: Actor, shown: Shown, { stored, digest, ...written }: Kept) {
  const { institutionId } = actor
  const { id, kind, mediaType, fileName } = written
  await move(tx, shown, ['submitted'], 'inReview')
  await refuseReached(tx, shown, kind)
  const revision = await tx.revision.findUniqueOrThrow({
    where: { activityId_number: { activityId: shown.id, number: shown.revision } },
  })
  await keepFile(tx, institutionId, stored, { originalDigest: digest, mediaType })
  const held = { id, institutionId, activityId: shown.id, fileName, fileDigest: stored.digest, createdAt: now() }
  // Evidence of no draft and no version: whatever guards evidence, and erases it, does so for these bytes too.
  await tx.evidence.create({
    data: { ...held, kind: 'file', name: fileName.slice(0, limits.title), removedAt: held.createdAt },
  })
  await tx.writtenConfirmation.create({ data: { ...held, ...written, revisionId: revision.id } })
  await record(tx, actor, 'activity.confirmed-in-writing', shown.id, {
    revision: shown.revision,
    document: id,
    kind,
  })
}

/** Asked again where the activity's row is held. */
async function refuseReached(tx: Tx, shown: Shown, kind: WrittenKind) {
  const asked = await askedAbout(tx, shown)
  if (standIns(asked, now()).includes(kind)) return
  const awaited = asked.find(request => isAwaited(request, now()))
  if (!awaited) throw new Refusal(says.reached)
  throw new Refusal(
    `${awaited.endorserName} can still answer. A letter stands in once nothing was heard for ${PATIENCE_DAYS} days.`,
    'kind',
  )
}

function askedAbout(client: Tx, { id: activityId, revision: number }: Shown) {
  return client.endorsementRequest.findMany({
    where: { activityId, revision: { number } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, endorserName: true, status: true, statusAt: true, expiresAt: true },
  })
}
