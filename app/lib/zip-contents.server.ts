import { open } from 'node:fs/promises'

export interface ZipContents {
  names: string[]
  /** As the archive itself tells it; nothing is unpacked. */
  unpackedBytes: number
}

/** APPNOTE.TXT §4.3.16: the end, with the longest comment there can be. */
const LONGEST_END = 22 + 65_535
const LONGEST_LIST = 4_000_000
/** More than any document has; whoever asks refuses so many. */
const MOST_NAMES = 5_001

/** What the list at the end of a zip file names (APPNOTE.TXT §4.3.12); null where none can be read. */
export async function zipContents(path: string): Promise<ZipContents | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const read = async (from: number, bytes: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, from)
      return buffer.subarray(0, bytesRead)
    }
    const tail = await read(Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (end < 0 || end + 22 > tail.length) return null
    const [bytes, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    return bytes > LONGEST_LIST || offset + bytes > size ? null : listed(await read(offset, bytes))
  } finally {
    await file.close()
  }
}

function listed(list: Buffer): ZipContents | null {
  const names: string[] = []
  let unpackedBytes = 0
  for (let at = 0; at < list.length && names.length <= MOST_NAMES; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) return null
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(place => list.readUInt16LE(at + place))
    names.push(list.toString('utf8', at + 46, at + 46 + name))
    unpackedBytes += list.readUInt32LE(at + 24)
    at += 46 + name + extra + comment
  }
  return { names, unpackedBytes }
}
