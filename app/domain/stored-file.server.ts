import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { transaction, type StoredFileModel, type Tx } from '~/lib/db.server'
import type { Job } from '~/lib/job-queue.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { forgetPieces } from '~/lib/pieces.server'
import { keep, removeStored, type Arrived } from '~/lib/storage.server'

/** For evidence or artwork that is gone: its bytes leave after the commit, unless something else still shows them. */
export async function forgetFiles(tx: Tx, institutionId: string, digests: readonly string[]) {
  for (const digest of digests) await enqueue(tx, { kind: 'erase-file', payload: { institutionId, digest } })
}

/** Recordings that are not all here yet: nobody can go on with them, and what is here leaves after the commit. */
export async function dropUploads(tx: Tx, where: { personId: string } | { activityId: string }) {
  const uploads = await tx.upload.findMany({ where, select: { id: true } })
  await tx.upload.deleteMany({ where })
  for (const { id } of uploads) await enqueue(tx, { kind: 'erase-pieces', payload: { id } })
}

/** In the transaction of what needs them: whoever takes the same bytes away comes before or after it. */
export async function keepFile(tx: Tx, institutionId: string, arrived: Arrived, { originalDigest, mediaType }: FileFacts) {
  const { digest, bytes } = arrived
  await holdFile(tx, { institutionId, digest, originalDigest, mediaType, bytes })
  await keep(institutionId, arrived)
}

type FileFacts = Pick<StoredFileModel, 'originalDigest' | 'mediaType'>

registerJobs({
  'erase-file': eraseFile,
  'erase-pieces': ({ payload }) => forgetPieces(ErasedPieces.parse(payload).id),
})

const ErasedPieces = z.object({ id: z.uuid() })

const ErasedFile = z.object({ institutionId: z.string(), digest: z.string() })

async function eraseFile({ payload }: Job) {
  const { institutionId, digest } = ErasedFile.parse(payload)
  await transaction(async tx => {
    await holdFile(tx, { institutionId, digest, originalDigest: digest, mediaType: '', bytes: 0 })
    const isArtwork = (await tx.programme.count({ where: { institutionId, artworkDigest: digest } })) > 0
    const isCrest = (await tx.institution.count({ where: { id: institutionId, crestDigest: digest } })) > 0
    if (isArtwork || isCrest) return
    const { count } = await tx.storedFile.deleteMany({ where: { institutionId, digest, evidence: { none: {} } } })
    if (count > 0) await removeStored(institutionId, digest)
  })
}

/** Until the transaction ends nobody else brings or takes these bytes, whether the row was there or not. */
async function holdFile(tx: Tx, file: Omit<StoredFileModel, 'createdAt'>) {
  const { institutionId, digest } = file
  await tx.storedFile.upsert({
    where: { institutionId_digest: { institutionId, digest } },
    create: { ...file, createdAt: now() },
    // An empty update would be two statements on PostgreSQL, and of two at once one would fail.
    update: { digest },
  })
}
