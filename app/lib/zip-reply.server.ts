import { createReadableStreamFromReadable } from '@remix-run/node'
import { disposition } from './disposition.server'
import { zipOf, type ArchivedFile } from './zip.server'

/** An archive made for who asks, to keep and not to cache. What keeps its first file from being made is thrown here. */
export async function zipReply(fileName: string, files: AsyncGenerator<ArchivedFile>): Promise<Response> {
  const { value: first } = await files.next()
  return new Response(createReadableStreamFromReadable(zipOf(beginningWith(first, files))), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': disposition('attachment', fileName),
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}

async function* beginningWith(first: ArchivedFile | undefined, rest: AsyncGenerator<ArchivedFile>) {
  if (first) yield first
  yield* rest
}
