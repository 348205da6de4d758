import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { receive, type Arrived } from './storage.server'
import { Refusal } from './refusal'

/** A file of a form: all of it, or why not. */
export type Brought =
  | { name: string; arrived: Arrived; refusal: null }
  | { name: string; arrived: null; refusal: Refusal }

export interface Upload {
  fields: FormData
  files: Brought[]
}

export interface UploadLimit {
  /** Of each file. */
  bytes: number
  /** What comes after so many is not looked at. */
  files: number
  tooLarge: Refusal
}

interface Arrival {
  name: string
  bytes: PassThrough
  outcome: Promise<Arrived | Refusal>
}

/**
 * Reads a multipart form with files, streaming each to its waiting place. The fields arrive even when files
 * are refused, so that a form can show them again, and a refused file costs the others nothing.
 */
export async function readUpload(request: Request, limit: UploadLimit): Promise<Upload> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/.test(contentType))
    throw new Refusal('Choose a file.', 'file')
  const fields = new FormData()
  const arrivals: Arrival[] = []
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    limits: { files: limit.files, fields: 50, fieldSize: 100_000, parts: 50 + limit.files },
  })
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (_field, stream, name) => arrivals.push(arriving(stream, name, limit)))
  // The DOM's and Node's types of one class. Only the form itself can be what is wrong here.
  const isWhole = await pipeline(Readable.fromWeb(request.body as ReadableStream), parser).then(
    () => true,
    () => false,
  )
  if (!isWhole) arrivals.forEach(({ bytes }) => bytes.destroy(brokenOff))
  return { fields, files: await broughtBy(arrivals, isWhole) }
}

function arriving(stream: NodeJS.ReadableStream, name: string, limit: UploadLimit): Arrival {
  // A copy, since a refusal ends what it refuses, and the parser waits for all of its own.
  const bytes = new PassThrough()
  stream.on('error', () => bytes.destroy(brokenOff)).pipe(bytes)
  const outcome = receive(bytes, limit.bytes, limit.tooLarge).catch(orRefusal)
  void outcome.finally(() => stream.unpipe(bytes).resume()).catch(() => undefined) // awaited by the reader
  return { name, bytes, outcome }
}

/** Where nothing was chosen browsers send a file without a name. */
async function broughtBy(arrivals: Arrival[], isWhole: boolean): Promise<Brought[]> {
  const files: Brought[] = []
  for (const { name, outcome } of arrivals) {
    const arrived = await outcome
    if (arrived instanceof Refusal) files.push({ name, arrived: null, refusal: arrived })
    else if (isWhole && name) files.push({ name, arrived, refusal: null })
    else await arrived.discard()
  }
  const isTold = isWhole || files.some(({ refusal }) => refusal === brokenOff)
  return isTold ? files : [...files, { name: '', arrived: null, refusal: brokenOff }]
}

const brokenOff = new Refusal('The upload broke off before all of it was here. Choose the file again.', 'file')

function orRefusal(error: unknown) {
  if (error instanceof Refusal) return error
  throw error
}
