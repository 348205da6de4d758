import { createReadStream } from 'node:fs'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

/** Actions and annotations that run a program or start one (ISO 32000-2 §12.6.4, §13.7). */
const program = /\/(JavaScript|Launch|Rendition|RichMedia)\b/

const LONGEST_NAME = 64
const MOST_PACKED = 1_000_000
const MOST_UNPACKED = 4_000_000

/** Whether a PDF would run or start something when it is opened, as far as it can be read without a password. */
export async function carriesProgram(path: string): Promise<boolean> {
  let before = ''
  for await (const chunk of textOf(path)) {
    if (namesProgram(before + chunk)) return true
    before = chunk.slice(-LONGEST_NAME)
  }
  for await (const packed of objectStreams(path)) if (await packsProgram(packed)) return true
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
  return at >= 0 && text.length - at > MOST_PACKED ? { packed: '', end: at + 1 } : null
}

async function packsProgram(packed: string) {
  try {
    const unpacked = await unpack(Buffer.from(packed, 'latin1'), { maxOutputLength: MOST_UNPACKED })
    return namesProgram(unpacked.toString('latin1'))
  } catch (error) {
    // Another packing, or a password: no reader of ours opens it. What never ends is nobody's document.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  }
}

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

/** A character a byte. */
function textOf(path: string): AsyncIterable<string> {
  return createReadStream(path, { encoding: 'latin1' })
}
