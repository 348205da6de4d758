import { inflateSync } from 'node:zlib'
import { isJwt } from './jwt'
import type { Unreadable } from './strict-json'

const MOST_UNPACKED = 1_100_000
/** Of all that is unpacked to look for attachments. */
const MOST_IN_ALL = 20_000_000
const MOST_STREAMS = 5_000
/** None that counts here is longer. */
const LONGEST_DICTIONARY = 4_000

export interface Stream {
  number: number
  dictionary: string
  packed: Buffer
}

/**
 * The credential attached to a PDF (ISO 32000-2 §7.11.4). Its objects are gone through as they lie in the file, the
 * later of two with one number counting; the page is neither drawn nor run.
 */
export function attachedToPdf(bytes: Buffer): { text: string } | { unreadable: Unreadable } {
  const file = bytes.toString('latin1')
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(file)) return { unreadable: 'pdf-locked' }
  const streams = streamsIn(file, bytes)
  const named = namedAsFiles(file, streams)
  const texts = new Set<string>()
  for (const stream of streams.values()) {
    if (!/\/EmbeddedFile\b/.test(stream.dictionary) && !named.has(stream.number)) continue
    const text = unpacked(stream)?.toString('utf8').trim()
    if (text && isCredential(text)) texts.add(text)
  }
  const [text] = texts
  if (text === undefined) return { unreadable: 'pdf-without' }
  return texts.size > 1 ? { unreadable: 'pdf-several' } : { text }
}

/** Each from the word that opens its content, looking back for the object it is. */
export function streamsIn(file: string, bytes: Buffer): Map<number, Stream> {
  const streams = new Map<number, Stream>()
  let at = file.indexOf('stream')
  for (let seen = 0; at !== -1 && seen < MOST_STREAMS; seen++) {
    const before = file.slice(Math.max(0, at - LONGEST_DICTIONARY), at)
    const beginning = before.lastIndexOf(' obj')
    const named = before.slice(Math.max(0, beginning - 20), Math.max(0, beginning))
    const number = Number(/(\d{1,9})\s+\d{1,5}$/.exec(named)?.[1] ?? NaN)
    const dictionary = before.slice(beginning + 4)
    const from = at + (file.startsWith('\r\n', at + 6) ? 8 : 7)
    const isStream = beginning !== -1 && !Number.isNaN(number) && dictionary.trimEnd().endsWith('>>')
    const end = isStream ? endOfStream(file, dictionary, from) : from
    if (isStream) streams.set(number, { number, dictionary, packed: bytes.subarray(from, end) })
    at = file.indexOf('stream', isStream ? end + 'endstream'.length : end)
  }
  return streams
}

function endOfStream(file: string, dictionary: string, from: number): number {
  const told = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)
  const end = from + Number(told?.[1] ?? NaN)
  if (told && /^\s*endstream/.test(file.slice(end, end + 20))) return end
  const found = file.indexOf('endstream', from)
  return found === -1 ? file.length : found
}

/** Numbers of the streams that something calls a file; that may itself lie packed among other objects. */
function namedAsFiles(file: string, streams: Map<number, Stream>): Set<number> {
  const numbers = new Set<number>()
  const look = (text: string) => {
    for (const [dictionary] of text.matchAll(/\/EF\s*<<[^<>]{0,200}>>/g)) {
      for (const [, number] of dictionary.matchAll(/\/U?F\s+(\d+)\s+\d+\s+R/g)) numbers.add(Number(number))
    }
  }
  look(file)
  let inAll = 0
  for (const stream of streams.values()) {
    if (!/\/ObjStm\b/.test(stream.dictionary) || inAll > MOST_IN_ALL) continue
    const text = unpacked(stream)?.toString('latin1') ?? ''
    inAll += text.length
    look(text)
  }
  return numbers
}

/** Null for what is packed otherwise, twice, or into more than anything that counts here. */
export function unpacked({ dictionary, packed }: Stream): Buffer | null {
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name)
  if (filters.length === 0) return packed.length > MOST_UNPACKED ? null : packed
  if (filters.length > 1 || filters[0] !== 'FlateDecode') return null
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function isCredential(text: string): boolean {
  return isJwt(text) || (text.startsWith('{') && /"@context"/.test(text))
}
