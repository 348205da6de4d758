import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { db, transaction, type EndorsementRequestModel } from '~/lib/db.server'
import { safeFileName } from '~/lib/file-name.server'
import { Refusal } from '~/lib/refusal'
import { readStored, type Arrived } from '~/lib/storage.server'
import type { Brought, UploadLimit } from '~/lib/upload.server'
import { evidence as words } from '~/messages/en/evidence'
import { limits, type Shown } from './activity'
import { acceptedTypes, MAXIMUM_FILE_BYTES } from './evidence'
import { addPiece, countOf, idOf, mayAddEvidence } from './evidence-adding.server'
import { refuseDanger } from './evidence-danger.server'
import type { FileForm } from './evidence-forms.server'
import { withoutTraces } from './evidence-photo.server'
import { endingOf, typeOf } from './file-type.server'
import { isOwn, mayAnswer, mayReview, type Actor } from './policy'
import { closedReason } from './request.server'
import { forgetFiles, keepFile } from './stored-file.server'

export interface ArrivedFile extends Arrived {
  name: string
}

type Described = z.output<typeof FileForm>

export const fileLimit: UploadLimit = {
  bytes: MAXIMUM_FILE_BYTES,
  files: limits.evidence,
  tooLarge: new Refusal(words.refused.tooLarge, 'file'),
}

/** Each by itself: what is refused is told by its name, and costs the others nothing. */
export async function addFiles(
  actor: Actor, shown: Shown, form: Described, files: readonly Brought[], formKey?: string,
) {
  const areSeveral = files.length > 1
  const refused: string[] = []
  for (const [at, { name, arrived, refusal }] of files.entries()) {
    const described = { ...form, name: areSeveral && form.name ? words.ofSeveral(form.name, at + 1) : form.name }
    try {
      if (refusal) throw refusal
      await addFile(actor, shown, described, { ...arrived, name }, formKey)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const why = error.message
      refused.push(areSeveral && name ? words.refused.oneOf(safeFileName(name), why) : why)
    }
  }
  if (refused.length > 0) throw new Refusal(refused.join(' '), 'file')
}

/** Adds a file, or finds that an earlier click of the same form has. Its bytes are kept, or gone when this ends. */
export function addFile(actor: Actor, shown: Shown, form: Described, file: ArrivedFile, formKey?: string) {
  const id = idOf(actor, shown, { ...form, fileName: file.name, digest: file.digest }, formKey)
  return addFileAs(id, actor, shown, form, file)
}

/** Type told by content, photos cleaned, and bytes stored once by digest, together with the row. */
export async function addFileAs(id: string, actor: Actor, shown: Shown, form: Described, file: ArrivedFile) {
  const { institutionId } = actor
  try {
    if (await countOf(id)) return
    await mayAddEvidence(actor, shown)
    const { stored, mediaType, fileName } = await looked(file)
    const adding = addPiece(actor, shown, id, async tx => {
      await keepFile(tx, institutionId, stored, { originalDigest: file.digest, mediaType })
      const name = form.name || fileName.slice(0, limits.title)
      return { kind: 'file', ...form, name, fileName, fileDigest: stored.digest }
    })
    await adding
      .catch(async (error: unknown) => {
        await transaction(tx => forgetFiles(tx, institutionId, [stored.digest]))
        throw error
      })
      .finally(() => stored.discard()) // also where an earlier click had brought it
  } finally {
    await file.discard()
  }
}

/** What it is, or a refusal that says why it is not taken. */
export async function looked(file: ArrivedFile) {
  if (file.bytes === 0) throw new Refusal(words.refused.empty, 'file')
  const name = safeFileName(file.name)
  const type = await typeOf({ path: file.path, name })
  await refuseDanger(file, type)
  const { arrived: stored, mediaType } = await withoutTraces(file, type)
  return { stored, mediaType, fileName: underItsType(name, mediaType) }
}

/** A photo that was turned into another type is called so. */
function underItsType(name: string, mediaType: string) {
  const endings = acceptedTypes[mediaType] ?? []
  return endings.includes(endingOf(name)) ? name : `${name.slice(0, -endingOf(name).length)}${endings[0]}`
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
    include: {
      file: true,
      activity: true,
      revisions: { include: { revision: { include: { requests: { include: { endorser: true } } } } } },
    },
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
