import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { receive, type Arrived } from './storage.server'
import { Refusal } from './refusal'

export interface Upload {
  fields: FormData
  file: (Arrived & { name: string }) | null
}

/**
 * Reads a multipart form with one file, streaming the file to its waiting place. The fields arrive even
 * when the file is refused, so that a form can show them again: then `refusal` says why.
 */
export async function readUpload(
  request: Request,
  maximum: number,
  tooLarge: Refusal,
): Promise<Upload & { refusal: Refusal | null }> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/.test(contentType))
    throw new Refusal('Choose a file.', 'file')
  const fields = new FormData()
  const arrivals: { bytes: PassThrough; outcome: Promise<Upload['file'] | Refusal> }[] = []
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    limits: { files: 1, fields: 50, fieldSize: 100_000, parts: 60 },
  })
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (_field, stream, name) => {
    // A copy, since a refusal ends what it refuses, and the parser waits for all of its own.
    const bytes = new PassThrough()
    stream.on('error', () => bytes.destroy(brokenOff)).pipe(bytes)
    const outcome = receive(bytes, maximum, tooLarge).then(arrived => ({ ...arrived, name }), orRefusal)
    void outcome.finally(() => stream.unpipe(bytes).resume()).catch(() => undefined) // awaited below
    arrivals.push({ bytes, outcome })
  })
  // The DOM's and Node's types of one class. Only the form itself can be what is wrong here.
  const isWhole = await pipeline(Readable.fromWeb(request.body as ReadableStream), parser).then(
    () => true,
    () => false,
  )
  if (!isWhole) arrivals.forEach(({ bytes }) => bytes.destroy(brokenOff))
  const outcome = (await arrivals[0]?.outcome) ?? null
  if (outcome instanceof Refusal) return { fields, file: null, refusal: outcome }
  if (isWhole) return { fields, file: outcome, refusal: null }
  await outcome?.discard()
  return { fields, file: null, refusal: brokenOff }
}

const brokenOff = new Refusal(
  'The upload broke off before all of it was here. Choose the file again.',
  'file',
)

function orRefusal(error: unknown) {
  if (error instanceof Refusal) return error
  throw error
}
