import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface ArchivedFile {
  /** With slashes between folders. */
  name: string
  /** Opens its bytes when its turn comes. */
  read(): Readable
}

/**
 * A ZIP as a stream, a file at a time: the next is asked for once the one before has left, so that an archive of
 * any size takes the memory of its largest description. A file that fails ends the stream, never short but whole.
 */
export function zipOf(files: AsyncIterable<ArchivedFile>): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable // as yazl documents it, though its type says less
  let current: Readable | null = null
  out.once('close', () => current?.destroy()) // whoever asked went away
  const fill = async () => {
    for await (const { name, read } of files) {
      if (out.destroyed) return
      const bytes = read()
      current = bytes
      const left = once(bytes, 'close')
      zip.addReadStream(bytes, name)
      await left
      if (bytes.errored) throw bytes.errored
    }
    zip.end()
  }
  zip.on('error', (error: Error) => out.destroy(error))
  fill().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
