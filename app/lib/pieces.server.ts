import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import { settings } from './env.server'
import { log, reasonOf } from './log.server'
import { Refusal } from './refusal'
import type { Arrived } from './storage.server'

/** Files on their way in pieces, by tus 1.0 (tus.io/protocols/resumable-upload). Who may send them, others say. */
export interface Exchange {
  /** The file's, chosen by us. */
  id: string
  /** Of the uploads it is one of. */
  address: string
  maximum: number
  /** When the last piece is here, before the sender hears of it. */
  finish(): Promise<void>
}

// Whoever was cut off may come back before we have noticed: then the later one has it.
const locker = new MemoryLocker()
let store: FileStore | undefined

export async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  { id, address, maximum, finish }: Exchange,
) {
  const server = new Server({
    path: '/',
    datastore: pieces(),
    locker,
    maxSize: maximum,
    allowedOrigins: () => false,
    namingFunction: () => id,
    getFileIdFromRequest: () => id,
    generateUrl: () => `${address}/${id}`,
    onUploadFinish: async () => {
      await finish()
      return {}
    },
    onResponseError: (_request, error) => answerTo(error),
  })
  await server.handle(request, response)
}

/** The protocol's own errors say themselves what they are. */
function answerTo(error: Error | { status_code: number; body: string }) {
  if (error instanceof Refusal) return { status_code: 422, body: error.message }
  if ('status_code' in error) return undefined
  log.error({ reason: reasonOf(error) }, 'a piece could not be taken')
  return { status_code: 500, body: 'Something went wrong.' }
}

/** How much of a file is here and what its sender said of it, or null where nothing is. */
export async function piecesOf(id: string): Promise<{ received: number; fields: FormData } | null> {
  try {
    const { offset, metadata = {} } = await pieces().getUpload(id)
    const fields = new FormData()
    for (const [name, value] of Object.entries(metadata)) fields.set(name, value ?? '')
    return { received: offset, fields }
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status_code' in error) return null
    throw error
  }
}

/** All pieces as one file: safe on the disk, counted and hashed, without ever being in memory as a whole. */
export async function allPieces(id: string): Promise<Arrived> {
  const path = pathOf(id)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, digest: hash.digest('hex'), bytes, discard: async () => undefined }
}

export async function forgetPieces(id: string) {
  for (const path of [pathOf(id), `${pathOf(id)}.json`]) await rm(path, { force: true })
}

function pieces() {
  return (store ??= new FileStore({ directory: folder() }))
}

const folder = () => join(settings().dataDir, 'uploads')
/** Of what is here of a file. */
export const pathOf = (id: string) => join(folder(), id)
