import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { db, transaction } from '~/lib/db.server'
import { allowed, Refusal } from '~/lib/refusal'
import { readStored, type Arrived } from '~/lib/storage.server'
import { housePapers as words } from '~/messages/en/house-papers'
import { cleanedArtwork } from './artwork-picture.server'
import { record } from './audit.server'
import { findHouse } from './institution.server'
import { mayKeepPapers, type Actor } from './policy'
import { forgetFiles, keepFile } from './stored-file.server'

/** In the place of the one before it, which `shown` names; that one stays kept, for a paper that is being drawn just now. */
export async function uploadCrest(actor: Actor, shown: string, file: Arrived): Promise<void> {
  allowed(mayKeepPapers(actor))
  const { institutionId: id } = actor
  const picture = await cleanedArtwork(file)
  try {
    await transaction(async tx => {
      await keepFile(tx, id, picture, { originalDigest: file.digest, mediaType: 'image/png' })
      const { count } = await tx.institution.updateMany({ where: { id, crestDigest: shown || null }, data: { crestDigest: picture.digest } })
      if (count === 0) return meanwhile(await tx.institution.count({ where: { id, crestDigest: picture.digest } }))
      await record(tx, actor, 'institution.crest', id, { crest: picture.digest })
    })
  } catch (error) {
    await transaction(tx => forgetFiles(tx, id, [picture.digest]))
    throw error
  } finally {
    await picture.discard()
  }
}

export async function removeCrest(actor: Actor, shown: string): Promise<void> {
  allowed(mayKeepPapers(actor))
  const { institutionId: id } = actor
  await transaction(async tx => {
    const { count } = await tx.institution.updateMany({ where: { id, crestDigest: shown || null }, data: { crestDigest: null } })
    if (count === 0) return meanwhile(await tx.institution.count({ where: { id, crestDigest: null } }))
    await record(tx, actor, 'institution.crest', id, { crest: null })
  })
}

/** Another click of the same form has done it; anything else is somebody's change. */
function meanwhile(isDone: number): void {
  if (isDone === 0) throw new Refusal(words.meanwhile)
}

/** As it is kept: a square PNG, which may show what is behind it. */
export async function keptCrest(digest: string): Promise<Uint8Array> {
  const { id } = await findHouse()
  return buffer(readStored(id, digest))
}

/** The one in use, for whoever looks after it; null where there is none. */
export async function findCrest(actor: Actor): Promise<{ digest: string; stream(): Readable } | null> {
  allowed(mayKeepPapers(actor))
  const { institutionId: id } = actor
  const { crestDigest: digest } = await db.institution.findUniqueOrThrow({ where: { id }, select: { crestDigest: true } })
  return digest === null ? null : { digest, stream: () => readStored(id, digest) }
}
