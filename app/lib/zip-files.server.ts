import { on } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

export interface UnpackedFile {
  name: string
  bytes: Uint8Array
}

interface Limits {
  files: number
  /** Of one file, and of all of them, unpacked. */
  bytes: number
  bytesInAll: number
}

export function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'
}

/** The files of an archive; `more` where it holds more than the limits let out, `broken` where it can't be read. */
export async function filesInZip(bytes: Uint8Array, limits: Limits): Promise<UnpackedFile[] | 'more' | 'broken'> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    return zip.entryCount > limits.files * 2 ? 'more' : await unpacked(zip, limits)
  } catch (error) {
    if (error instanceof Error) return 'broken'
    throw error
  }
}

async function unpacked(zip: ZipFile, limits: Limits): Promise<UnpackedFile[] | 'more'> {
  const files: UnpackedFile[] = []
  let left = limits.bytesInAll
  const entries = on(zip, 'entry', { close: ['end'] }) as AsyncIterable<[Entry]> // as yauzl documents its event
  zip.readEntry()
  for await (const [entry] of entries) {
    if (isMeant(entry)) {
      left -= entry.uncompressedSize
      if (files.length === limits.files || left < 0 || entry.uncompressedSize > limits.bytes) return 'more'
      // It ends with an error as soon as there is more than the entry says.
      files.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) })
    }
    zip.readEntry()
  }
  return files
}

/** Not a folder, nor what some systems put beside each file. */
function isMeant({ fileName }: Entry): boolean {
  return !fileName.endsWith('/') && !/(^|\/)(__MACOSX\/|\.)/.test(fileName)
}
