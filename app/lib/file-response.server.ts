import type { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { disposition } from './disposition.server'

interface Stored {
  name: string
  mediaType: string
  bytes: number
  stream(): Readable
}

/** Somebody's file, to be saved and never run: whatever is in it, it cannot act in our name. */
export function fileResponse({ name, mediaType, bytes, stream }: Stored): Response {
  return new Response(createReadableStreamFromReadable(stream()), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes),
      'Content-Disposition': disposition('attachment', name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}
