import { createReadStream } from 'node:fs'
import { setImmediate as breath } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

/** Actions and annotations that run a program or start one (ISO 32000-2 §12.6.4, §13.7). */
const program = /\/(JavaScript|Launch|Rendition|RichMedia)\b/

const LONGEST_NAME = 64
const MOST_PACKED = 1_000_000
const MOST_UNPACKED = 4_000_000
/** Of all streams of a file together: a document that says more in objects than this is looked at no further. */
const MOST_IN_ALL = 50_000_000
const SLICE = 64_000

/** Whether a PDF would run or start something when it is opened, as far as it can be read without a password. */
export async function carriesProgram(path: string): Promise<boolean> {
  let before = ''
  for await (const chunk of textOf(path)) {
    if (namesProgram(before + chunk)) return true
    before = chunk.slice(-LONGEST_NAME)
  }
  let unpacked = 0
  for await (const packed of objectStreams(path)) {
    const text = await unpackedText(packed)
    if (text === null || (unpacked += text.length) > MOST_IN_ALL) return true
    if (await namesProgramIn(text)) return true
  }
  return false
}

/** Any letter of a name may be written as its number (§7.3.5). */
function namesProgram(text: string) {
  const letter = (_: string, code: string) => String.fromCharCode(parseInt(code, 16))
  return program.test(text.replace(/#([\da-f]{2})/gi, letter))
}

/** Streams in which objects are packed together (§7.5.7). */
async function* objectStreams(path: string) {
  let seen = ''
  for await (const chunk of textOf(path)) {
    seen += chunk
    for (let next = firstIn(seen); next !== null; next = firstIn(seen)) {
      seen = seen.slice(next.end)
      if (next.packed) yield next.packed
    }
    seen = seen.includes('/ObjStm') ? seen.slice(seen.indexOf('/ObjStm')) : seen.slice(-LONGEST_NAME)
  }
}

function firstIn(text: string): { packed: string; end: number } | null {
  const at = text.indexOf('/ObjStm')
  const start = at < 0 ? -1 : text.indexOf('stream', at)
  const end = start < 0 ? -1 : text.indexOf('endstream', start + 'stream'.length)
  if (end > 0) return { packed: text.slice(start + 'stream'.length, end).replace(/^\r?\n/, ''), end }
  return at >= 0 && text.length - at > MOST_PACKED ? { packed: '', end: at + MOST_PACKED } : null
}

/** A slice at a time, so that others are answered between them. */
async function namesProgramIn(text: string) {
  for (let from = 0; from < text.length; from += SLICE) {
    if (namesProgram(text.slice(Math.max(0, from - LONGEST_NAME), from + SLICE))) return true
    await breath()
  }
  return false
}

/** Null for what never ends, which is nobody's document. */
async function unpackedText(packed: string) {
  try {
    return (await unpack(Buffer.from(packed, 'latin1'), { maxOutputLength: MOST_UNPACKED })).toString('latin1')
  } catch (error) {
    // Another packing, or a password: no reader of ours opens it.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? null : ''
  }
}

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

/** A character a byte. */
function textOf(path: string): AsyncIterable<string> {
  return createReadStream(path, { encoding: 'latin1' })
}
