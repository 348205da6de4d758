import { gunzipSync, gzipSync } from 'node:zlib'

/** Fewer would tell how many credentials there are, and whose bit it may be. */
export const MIN_ENTRIES = 131_072
const MAX_BYTES = 4_194_304

/** One bit for each credential, the first one leftmost (Bitstring Status List 1.0). */
export function newBitstring(entries = MIN_ENTRIES): Uint8Array {
  if (entries < MIN_ENTRIES) throw new RangeError(`A list has at least ${MIN_ENTRIES} entries.`)
  return new Uint8Array(Math.ceil(entries / 8))
}

export function readBit(bits: Uint8Array, index: number): boolean {
  return (byteAt(bits, index) & maskOf(index)) !== 0
}

export function setBit(bits: Uint8Array, index: number, value = true): void {
  const byte = byteAt(bits, index)
  bits[Math.floor(index / 8)] = value ? byte | maskOf(index) : byte & ~maskOf(index)
}

export function encodeBits(bits: Uint8Array): string {
  return `u${gzipSync(bits).toString('base64url')}`
}

/** @throws RangeError when it is no list of the length the standard asks for */
export function decodeBits(encoded: string): Uint8Array {
  // Early lists had no multibase prefix; compressed by gzip, they all start with H4sI.
  const body = encoded.startsWith('u') ? encoded.slice(1) : encoded
  const bits = gunzip(Buffer.from(body, 'base64url'))
  if (bits.length * 8 < MIN_ENTRIES) throw new RangeError('The list is shorter than the standard allows.')
  return bits
}

function gunzip(bytes: Buffer): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch (cause) {
    throw new RangeError('The list can not be unpacked.', { cause })
  }
}

function byteAt(bits: Uint8Array, index: number): number {
  const byte = Number.isInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined
  if (byte === undefined) throw new RangeError(`There is no entry ${index} in this list.`)
  return byte
}

function maskOf(index: number): number {
  return 0b1000_0000 >> (index & 7)
}
