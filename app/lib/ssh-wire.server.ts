/** What came over the wire is not what was agreed. */
export class Malformed extends Error {}

/** RFC 4251 §5: a string is its length and its bytes. */
export function asString(bytes: Uint8Array | string): Buffer {
  const content = Buffer.from(bytes)
  return Buffer.concat([asNumber(content.length), content])
}

export function asNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export interface Reading {
  byte(): number
  number(): number
  string(): Buffer
  readonly isAtEnd: boolean
}

/** Reads one after the other; each throws `Malformed` where less is left than was announced. */
export function reading(bytes: Buffer): Reading {
  let at = 0
  const take = (length: number) => {
    if (length > bytes.length - at) throw new Malformed('It ends before its time.')
    at += length
    return bytes.subarray(at - length, at)
  }
  const number = () => take(4).readUInt32BE()
  return {
    byte: () => take(1).readUInt8(),
    number,
    string: () => take(number()),
    get isAtEnd() { return at === bytes.length },
  }
}

/** A whole number that is not negative, in so many bytes. @throws Malformed where it is larger */
export function magnitude(mpint: Buffer, bytes: number): Buffer {
  const first = mpint.findIndex(byte => byte !== 0)
  const digits = first === -1 ? Buffer.alloc(0) : mpint.subarray(first)
  if (digits.length > bytes || (mpint.at(0) ?? 0) > 0x7f) throw new Malformed('A number is too large, or negative.')
  return Buffer.concat([Buffer.alloc(bytes - digits.length), digits])
}
