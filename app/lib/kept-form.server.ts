import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { readShortForm } from './body.server'
import { isUpload } from './receiving.server'

/** What somebody was sending when their session had ended: names and values, without files and passwords. */
interface KeptForm {
  fields: [name: string, value: string][]
  hadFiles: boolean
  /** It was more than a page can carry. */
  isLost: boolean
}

/** As much text as a page carries is no more than this, in any script and as any browser sends it. */
const MOST_TEXT = 2_000_000
/** With a file of the largest kind, which passes by. */
const MOST_WITH_FILES = 26_000_000
const MOST_KEPT = 200_000

/** A form of any kind without the bytes of its files, or null when it is longer than any form here. */
export function readForm(request: Request): Promise<FormData | null> {
  return isUpload(request) ? readParts(request) : readShortForm(request, MOST_TEXT)
}

/** Of files only that they were there. */
async function readParts({ body, headers }: Request): Promise<FormData | null> {
  if (!body) return null
  const form = new FormData()
  let characters = 0
  let isTooLong = false
  const parser = new Busboy({
    headers: { 'content-type': headers.get('content-type') ?? '' },
    limits: { fields: 2_000, fieldSize: MOST_TEXT },
  })
  parser.on('fieldsLimit', () => (isTooLong = true))
  parser.on('field', (name, value, _nameIsCut, valueIsCut) => {
    characters += name.length + value.length
    isTooLong ||= valueIsCut || characters > MOST_KEPT
    if (!isTooLong) form.append(name, value)
  })
  parser.on('file', (name, bytes, fileName) => {
    if (fileName) form.append(name, new File([], fileName))
    bytes.resume()
  })
  // The DOM's and Node's types of one class. Only the form itself can be what is wrong here.
  const bytes = Readable.fromWeb(body as ReadableStream)
  const isWhole = await pipeline(bytes, upTo(MOST_WITH_FILES), parser).then(
    () => true,
    () => false,
  )
  return isWhole && !isTooLong ? form : null
}

function upTo(maximum: number) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    let left = maximum
    for await (const chunk of source) {
      left -= chunk.byteLength
      if (left < 0) throw new RangeError('More than is read.')
      yield chunk
    }
  }
}

/** Takes over a form that was sent to a page for signed-in people and handed on from there (307). */
export function keepForm(form: FormData | null): KeptForm {
  if (!form) return { fields: [], hadFiles: true, isLost: true }
  const entries = [...form].filter(([name]) => !/password/i.test(name))
  const fields = entries.flatMap(([name, value]): KeptForm['fields'] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return {
    fields: size > MOST_KEPT ? [] : fields,
    hadFiles: fields.length < entries.length,
    isLost: size > MOST_KEPT,
  }
}

/** The page carries it in one hidden field, so nothing waits on the server. */
export function packFields({ fields }: KeptForm): string {
  return fields.length > 0 ? JSON.stringify(fields) : ''
}

export function unpackFields(packed: FormDataEntryValue | null): KeptForm['fields'] {
  if (typeof packed !== 'string' || packed === '') return []
  try {
    const entries: unknown = JSON.parse(packed)
    return Array.isArray(entries) ? entries.filter(isField) : []
  } catch {
    return [] // a hidden field is the browser's to spoil
  }
}

function isField(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every(part => typeof part === 'string')
}
