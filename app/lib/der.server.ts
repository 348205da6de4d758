/** One value in the distinguished encoding of ITU-T X.690: its tag, its length, and what it holds. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

export const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const bits = (bytes: Uint8Array) => der(0x03, Buffer.of(0), bytes)
export const text = (words: string) => der(0x0c, Buffer.from(words))
export const TRUE = der(0x01, Buffer.of(0xff))
export const NULL = der(0x05)

/** Up to 127, or big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? Buffer.of(value) : value
  return der(0x02, ...((bytes[0] ?? 0) > 0x7f ? [Buffer.of(0), bytes] : [bytes]))
}

/** X.690 §11.6: what has no order of its own stands in that of its bytes. */
export function setOf(...parts: Uint8Array[]): Buffer {
  return der(0x31, ...parts.sort(Buffer.compare))
}

/** Context-specific, constructed. */
export const field = (number: number, ...parts: Uint8Array[]) => der(0xa0 + number, ...parts)

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(inSevens)))
}

/** RFC 5280 §4.1.2.5: with two digits of the year until 2049. */
export function time(at: Date): Buffer {
  const digits = `${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

/** The values a constructed value holds, each whole. */
export function partsOf(encoded: Uint8Array): Buffer[] {
  const parts: Buffer[] = []
  const content = contentOf(Buffer.from(encoded))
  for (let at = 0; at < content.length;) {
    const { length } = measured(content.subarray(at))
    parts.push(content.subarray(at, at + length))
    at += length
  }
  return parts
}

function contentOf(encoded: Buffer): Buffer {
  const { head, length } = measured(encoded)
  return encoded.subarray(head, length)
}

/** Of the first value there: what stands before its content, and all of it. */
function measured(bytes: Buffer): { head: number; length: number } {
  const told = bytes.readUInt8(1)
  if (told < 0x80) return { head: 2, length: 2 + told }
  const size = told - 0x80
  const head = 2 + size
  return { head, length: head + bytes.readUIntBE(2, size) }
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.of(0x80 + bytes.length), bytes])
}

function inSevens(arc: number): number[] {
  const last = arc % 0x80
  const rest: number[] = []
  for (let left = Math.floor(arc / 0x80); left > 0; left = Math.floor(left / 0x80)) rest.unshift(0x80 + (left % 0x80))
  return [...rest, last]
}
