import { crc32, deflateRawSync } from 'node:zlib'

interface Entry {
  name: string
  content: string | Buffer
  /** How often the list names it, though it is there once. */
  listed?: number
}

/** A zip file with its parts in this order (APPNOTE.TXT §4.3). */
export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, listed = 1 } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(plain.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const part = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const line = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, Buffer.from(name)])
    parts.push(part)
    list.push(...Array<Buffer>(listed).fill(line))
    at += part.length
  }
  const lines = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(lines.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, lines, Buffer.from('PK\x05\x06'), end])
}
