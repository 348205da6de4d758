import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { db, transaction } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { readStored, type Arrived } from '~/lib/storage.server'
import { cleanedArtwork } from './artwork-picture.server'
import { record } from './audit.server'
import { holdDraft } from './design-draft.server'
import { findHouse } from './institution.server'
import { mayBuildProgrammes, type Actor } from './policy'
import { buildable, idOf } from './programme.server'
import { forgetFiles, keepFile } from './stored-file.server'

/** In the place of the drawn one, or of the picture before it. `shown` is what `shownOf` said of it. */
export async function uploadArtwork(actor: Actor, id: string, shown: string, file: Arrived): Promise<void> {
  const { institutionId, version } = await buildable(actor, id)
  const picture = await cleanedArtwork(file)
  const { digest } = picture
  const isThere = () => db.programme.count({ where: { id, artworkDigest: digest } })
  const keeping = transaction(async tx => {
    const { artworkDigest: before } = await holdDraft(tx, id, 'artwork', shown)
    await keepFile(tx, institutionId, picture, { originalDigest: file.digest, mediaType: 'image/png' })
    await tx.programme.update({ where: { id }, data: { artworkDigest: digest, createdById: idOf(actor) } })
    await forgetFiles(tx, institutionId, before ? [before] : [])
    await record(tx, actor, 'programme.artwork', id, { version, artwork: digest })
  })
  await keeping
    .catch(async (error: unknown) => {
      if (error instanceof Refusal && (await isThere())) return // another click of the same form
      await transaction(tx => forgetFiles(tx, institutionId, [digest]))
      throw error
    })
    .finally(() => picture.discard())
}

/** Back to the drawn one. */
export async function removeArtwork(actor: Actor, id: string, shown: string): Promise<void> {
  const { institutionId, version, artworkDigest } = await buildable(actor, id)
  if (artworkDigest === null) return
  await transaction(async tx => {
    const { artworkDigest: before } = await holdDraft(tx, id, 'artwork', shown)
    await tx.programme.update({ where: { id }, data: { artworkDigest: null, createdById: idOf(actor) } })
    await forgetFiles(tx, institutionId, before ? [before] : [])
    await record(tx, actor, 'programme.artwork', id, { version, artwork: null })
  })
}

/** As it is kept: a square PNG, which may show what is behind it. */
export async function keptArtwork(digest: string): Promise<Uint8Array> {
  const { id } = await findHouse()
  return buffer(readStored(id, digest))
}

/** For paper, which is white and shows nothing through. */
export async function printableArtwork(digest: string): Promise<Uint8Array> {
  return sharp(await keptArtwork(digest)).flatten({ background: 'white' }).png().toBuffer()
}

export interface Artwork {
  bytes: number
  /** A version that was published shows it; others are the business of those who build programmes. */
  isPublic: boolean
  stream(): Readable
}

/** For anyone where it was published, else for whom drafts are there; null for everybody else (rule 11). */
export async function findArtwork(digest: string, findActor: () => Promise<Actor | null>): Promise<Artwork | null> {
  const { id: institutionId } = await findHouse()
  const shown = { institutionId, artworkDigest: digest }
  const file = await db.storedFile.findUnique({ where: { institutionId_digest: { institutionId, digest } } })
  const versions = await db.programme.findMany({ where: shown, select: { publishedAt: true } })
  if (!file || versions.length === 0) return null
  const isPublic = versions.some(({ publishedAt }) => publishedAt !== null)
  const actor = isPublic ? null : await findActor()
  if (!isPublic && !(actor && mayBuildProgrammes(actor))) return null
  return { bytes: file.bytes, isPublic, stream: () => readStored(institutionId, digest) }
}
