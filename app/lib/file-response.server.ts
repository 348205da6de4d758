import type { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'

export interface Stored {
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
      'Content-Disposition': attachment(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** RFC 6266 §4.3, RFC 8187: the name in UTF-8, and one in ASCII for whoever cannot read that. */
export function attachment(name: string): string {
  // Controls and marks that turn the writing direction would make a name look like another.
  const safe =
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/[/\\:*?"<>|]/g, '_')
      .trim()
      .slice(-200) || 'file'
  const ascii =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/[%;]/g, '_')
      .trim() || 'file'
  const encoded = encodeURIComponent(safe.toWellFormed()).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
