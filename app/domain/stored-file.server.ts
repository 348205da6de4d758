import { z } from 'zod'
import { db, type Tx } from '~/lib/db.server'
import type { Job } from '~/lib/job-queue.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { removeStored } from '~/lib/storage.server'

/** For evidence that is gone: its bytes leave after the commit, unless they are still somebody's evidence. */
export async function forgetFiles(tx: Tx, institutionId: string, digests: readonly string[]) {
  for (const digest of digests) await enqueue(tx, { kind: 'erase-file', payload: { institutionId, digest } })
}

registerJobs({ 'erase-file': eraseFile })

const ErasedFile = z.object({ institutionId: z.string(), digest: z.string() })

async function eraseFile({ payload }: Job) {
  const { institutionId, digest } = ErasedFile.parse(payload)
  await db.storedFile.deleteMany({ where: { institutionId, digest, evidence: { none: {} } } })
  const isNeeded = await db.storedFile.findFirst({ where: { institutionId, digest } })
  if (!isNeeded) await removeStored(institutionId, digest)
}
