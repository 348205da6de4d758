export type Cbor = number | Buffer | string | Cbor[] | Map<Cbor, Cbor>

const MOST_PARTS = 20_000
const DEEPEST = 4

/**
 * Reads what proofs are packed in: whole numbers, bytes, texts, lists and maps of definite length (RFC 8949).
 * Null for anything else, and for bytes that end early or go on.
 */
export function readCbor(bytes: Buffer): Cbor | null {
  const reader = { bytes, at: 0, parts: 0 }
  try {
    const value = readPart(reader, 0)
    return reader.at === bytes.length ? value : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

interface Reader {
  bytes: Buffer
  at: number
  parts: number
}

function readPart(reader: Reader, depth: number): Cbor {
  if (depth > DEEPEST || ++reader.parts > MOST_PARTS) throw new RangeError('More than any proof says.')
  const first = reader.bytes.readUInt8(reader.at++)
  const count = readCount(reader, first & 0x1f)
  const parts = (many: number) => Array.from({ length: many }, () => readPart(reader, depth + 1))
  switch (first >> 5) {
    case 0: return count
    case 2: return take(reader, count)
    case 3: return take(reader, count).toString()
    case 4: return parts(bounded(count))
    case 5: return new Map(Array.from({ length: bounded(count) }, () => twoOf(parts(2))))
    // RFC 8746: bytes as a typed array, which says no more than that they are bytes.
    case 6: if (count === 64) return readPart(reader, depth + 1)
  }
  throw new RangeError('Nothing that a proof is packed in.')
}

function readCount(reader: Reader, short: number): number {
  if (short < 24) return short
  const length = { 24: 1, 25: 2, 26: 4 }[short]
  if (!length) throw new RangeError('Longer than any proof, or without a length.')
  reader.at += length
  return reader.bytes.readUIntBE(reader.at - length, length)
}

function take(reader: Reader, count: number): Buffer {
  const part = reader.bytes.subarray(reader.at, reader.at + count)
  if (part.length !== count) throw new RangeError('It ends early.')
  reader.at += count
  return part
}

function bounded(count: number): number {
  if (count > MOST_PARTS) throw new RangeError('More than any proof says.')
  return count
}

function twoOf([key = 0, value = 0]: Cbor[]): [Cbor, Cbor] {
  return [key, value]
}
