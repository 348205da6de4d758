import type { Readable } from 'node:stream'

/** A file as it stands in the archive, its bytes as they are. */
export interface StoredEntry {
  /** As its reader sees it; no two alike. */
  name: string
  /** Less than 4 GB. */
  bytes: number
  /** IEEE 802.3, as `zlib.crc32` says it. */
  crc32: number
  /** Both ends included. */
  read(from: number, to: number): Readable
}

export interface StoredZip {
  /** Known before anything is read. */
  bytes: number
  /** Both ends included; what is not asked for is not read. */
  read(from: number, to: number): AsyncGenerator<Uint8Array>
}

/**
 * A ZIP of entries that are stored and not packed (APPNOTE.TXT 6.3): the same entries give the same bytes, so that any
 * part of it can be written at any time, with nothing of it kept. Zip64 where it is long enough to need it.
 */
export function storedZip(entries: readonly StoredEntry[], at: Date): StoredZip {
  const moment = dosMoment(at)
  const starts = new Float64Array(entries.length + 1)
  let listBytes = 0
  entries.forEach((entry, index) => {
    const name = Buffer.byteLength(entry.name)
    const start = starts[index] ?? 0
    starts[index + 1] = start + 30 + name + entry.bytes
    listBytes += 46 + name + (start >= MOST_32 ? 12 : 0)
  })
  const list = starts[entries.length] ?? 0
  const end = endOf({ entries: entries.length, list, listBytes })
  const bytes = list + listBytes + end.length
  return { bytes, read }

  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    const asked = { from, to }
    for (let index = firstFrom(starts, from); index < entries.length && (starts[index] ?? 0) <= to; index++) {
      const entry = entries[index]
      if (entry) yield* partOf(fileParts(entry, moment), starts[index] ?? 0, asked)
    }
    yield* partOf(listParts(), list, asked)
  }

  function* listParts(): Generator<Part> {
    for (const [index, entry] of entries.entries()) yield listLine(entry, moment, starts[index] ?? 0)
    yield end
  }
}

/** Bytes at hand, or those of a file. */
type Part = Buffer | StoredEntry

/** APPNOTE 4.4.8 and 4.4.9: as large as a field of 32 bits can say; from here on others say it. */
const MOST_32 = 0xffffffff
const MOST_16 = 0xffff
const UTF_8 = 0x0800
const PLAIN = 20
const ZIP64 = 45

async function* partOf(parts: Iterable<Part>, start: number, { from, to }: { from: number; to: number }): AsyncGenerator<Uint8Array> {
  let at = start
  for (const part of parts) {
    if (at > to) return
    const length = Buffer.isBuffer(part) ? part.length : part.bytes
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, length - 1)]
    if (first <= last) yield* Buffer.isBuffer(part) ? [part.subarray(first, last + 1)] : wholly(part, first, last)
    at += length
  }
}

/** A file that has become shorter breaks off the archive, which would otherwise be a wrong one. */
async function* wholly(entry: StoredEntry, first: number, last: number): AsyncGenerator<Uint8Array> {
  let left = last - first + 1
  for await (const chunk of entry.read(first, last) as AsyncIterable<Uint8Array>) {
    left -= chunk.length
    yield chunk
  }
  if (left !== 0) throw new Error('A file of an archive is not as long as it was.')
}

function* fileParts(entry: StoredEntry, moment: number): Generator<Part> {
  yield Buffer.concat([Buffer.from('PK\x03\x04'), factsOf(entry, moment, PLAIN), Buffer.from(entry.name)])
  yield entry
}

/** APPNOTE 4.3.7, from the version on; of the line in the list (4.3.12) the same part. */
function factsOf({ name, bytes, crc32 }: StoredEntry, moment: number, version: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(version, 0)
  facts.writeUInt16LE(UTF_8, 2)
  facts.writeUInt32LE(moment, 6)
  facts.writeUInt32LE(crc32, 10)
  facts.writeUInt32LE(bytes, 14)
  facts.writeUInt32LE(bytes, 18)
  facts.writeUInt16LE(Buffer.byteLength(name), 22)
  return facts
}

function listLine(entry: StoredEntry, moment: number, start: number): Buffer {
  const isFar = start >= MOST_32
  const facts = factsOf(entry, moment, isFar ? ZIP64 : PLAIN)
  const more = isFar ? farStart(start) : Buffer.alloc(0)
  facts.writeUInt16LE(more.length, 24)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(isFar ? MOST_32 : start, 10)
  const version = Buffer.from([isFar ? ZIP64 : PLAIN, 0])
  return Buffer.concat([Buffer.from('PK\x01\x02'), version, facts, place, Buffer.from(entry.name), more])
}

/** APPNOTE 4.5.3. */
function farStart(start: number): Buffer {
  const field = Buffer.alloc(12)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8, 2)
  field.writeBigUInt64LE(BigInt(start), 4)
  return field
}

/** APPNOTE 4.3.16, after 4.3.14 and 4.3.15 where it cannot say it all. */
function endOf({ entries, list, listBytes }: { entries: number; list: number; listBytes: number }): Buffer {
  const isLong = entries >= MOST_16 || list >= MOST_32 || listBytes >= MOST_32
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  const [count, size, start] = isLong ? [MOST_16, MOST_32, MOST_32] : [entries, listBytes, list]
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return isLong ? Buffer.concat([longEnd(entries, list, listBytes), end]) : end
}

function longEnd(entries: number, list: number, listBytes: number): Buffer {
  const far = Buffer.alloc(56 + 20)
  far.write('PK\x06\x06', 'latin1')
  far.writeBigUInt64LE(44n, 4)
  far.writeUInt16LE(ZIP64, 12)
  far.writeUInt16LE(ZIP64, 14)
  far.writeBigUInt64LE(BigInt(entries), 24)
  far.writeBigUInt64LE(BigInt(entries), 32)
  far.writeBigUInt64LE(BigInt(listBytes), 40)
  far.writeBigUInt64LE(BigInt(list), 48)
  far.write('PK\x06\x07', 56, 'latin1')
  far.writeBigUInt64LE(BigInt(list + listBytes), 64)
  far.writeUInt32LE(1, 72)
  return far
}

/** The last file that begins at a place or before it. */
function firstFrom(starts: Float64Array, place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Of MS-DOS: two seconds are as near as it goes, in UTC. The time in the lower half. */
function dosMoment(at: Date): number {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}
