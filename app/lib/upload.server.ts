import { Readable } from 'node:stream'
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
  request: Request, maximum: number, tooLarge: Refusal,
): Promise<Upload & { refusal: Refusal | null }> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body || !contentType.startsWith('multipart/form-data')) throw new Refusal('Choose a file.', 'file')
  const fields = new FormData()
  let refusal: Refusal | null = null
  let arriving: Promise<Upload['file']> = Promise.resolve(null)
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    limits: { files: 1, fields: 50, fieldSize: 100_000, parts: 60 },
  })
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (_field, stream, name) => {
    arriving = receive(stream, maximum, tooLarge).then(
      arrived => ({ ...arrived, name }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        refusal = error
        stream.resume()
        return null
      },
    )
  })
  const finished = new Promise<void>((resolve, reject) => parser.once('finish', resolve).once('error', reject))
  Readable.fromWeb(request.body as ReadableStream).pipe(parser) // the DOM's and Node's types of one class
  await finished
  return { fields, file: await arriving, refusal }
}
