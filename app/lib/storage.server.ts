import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DAY, later, now } from './clock.server'
import { settings } from './env.server'
import { registerDaily } from './jobs.server'
import { Refusal } from './refusal'

export interface Arrived {
  path: string
  digest: string
  bytes: number
  /** Takes the bytes away again; after `keep` it does nothing. */
  discard(): Promise<void>
}

/** Streams bytes into a waiting place and onto the disk, counting and hashing. Nothing is kept until `keep`. */
export async function receive(bytes: Readable, maximum: number, tooLarge: Refusal): Promise<Arrived> {
  bytes.on('error', () => undefined) // it may come before the pipeline listens, which then says it
  const path = join(waitingPlace(), randomUUID())
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let count = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      count += chunk.length
      hash.update(chunk)
      next(count > maximum ? tooLarge : null, chunk)
    },
  })
  try {
    await pipeline(bytes, counter, file.createWriteStream({ flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw isFull(error) ? new Refusal('Our disk is full, so the file was not kept. Everything else you typed is safe; try again later.') : error
  }
  return { path, digest: hash.digest('hex'), bytes: count, discard: () => rm(path, { force: true }) }
}

/** Moves what arrived, which is on the disk by now, to its lasting place, named by its digest. */
export async function keep(institutionId: string, arrived: Arrived) {
  const path = pathOf(institutionId, arrived.digest)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(arrived.path, path)
}

export function readStored(institutionId: string, digest: string): Readable {
  return createReadStream(pathOf(institutionId, digest))
}

export function removeStored(institutionId: string, digest: string) {
  return rm(pathOf(institutionId, digest), { force: true })
}

export async function isStored(institutionId: string, digest: string) {
  return stat(pathOf(institutionId, digest)).then(() => true, () => false)
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

registerDaily({ 'forget-arrivals': forgetArrivals })

/** What a process that was killed left half arrived: nothing takes a day to arrive. */
async function forgetArrivals() {
  await mkdir(waitingPlace(), { recursive: true, mode: 0o700 })
  for (const name of await readdir(waitingPlace())) {
    const path = join(waitingPlace(), name)
    const arrived = await stat(path).catch(() => null) // it was kept meanwhile
    if (arrived && later(arrived.mtime, DAY) < now()) await rm(path, { force: true })
  }
}

function waitingPlace() {
  return join(settings().dataDir, 'arriving')
}

function pathOf(institutionId: string, digest: string) {
  return join(settings().dataDir, 'files', institutionId, digest.slice(0, 2), digest)
}
