import { createReadableStreamFromReadable } from '@remix-run/node'
import { disposition } from './disposition.server'
import { zipOf, type ArchivedFile } from './zip.server'

/** An archive made for who asks, to keep and not to cache. */
export function zipReply(fileName: string, files: AsyncIterable<ArchivedFile>): Response {
  return new Response(createReadableStreamFromReadable(zipOf(files)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': disposition('attachment', fileName),
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
