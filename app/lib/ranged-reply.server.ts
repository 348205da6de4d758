import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { disposition } from './disposition.server'

/** A file that can be written from any of its bytes on. */
export interface RangedFile {
  name: string
  mediaType: string
  bytes: number
  /** Strong (RFC 9110 §8.8.1): the same only where every byte is. */
  etag: string
  /** Both ends included. */
  read(from: number, to: number): AsyncIterable<Uint8Array>
}

/**
 * To somebody alone, whole or from where their download broke off (RFC 9110 §14). It is written as fast as it is
 * taken, and stops where they go away; several ranges in one answer are not given.
 */
export async function rangedReply(request: Request, response: Response, file: RangedFile): Promise<void> {
  const { name, mediaType, bytes, etag, read } = file
  response.set({
    'Content-Type': mediaType, 'Content-Disposition': disposition('attachment', name), ETag: etag, 'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex',
  })
  const asked = rangeIn(request, file)
  if (asked === 'none') return void response.status(416).set('Content-Range', `bytes */${bytes}`).end()
  const { from, to } = asked ?? { from: 0, to: bytes - 1 }
  if (asked) response.status(206).set('Content-Range', `bytes ${from}-${to}/${bytes}`)
  response.set('Content-Length', String(to - from + 1))
  if (request.method === 'HEAD') return void response.end()
  await pipeline(Readable.from(read(from, to), { objectMode: true, highWaterMark: 1 }), response).catch((error: unknown) => {
    // Whoever asked has gone, and comes back for the rest.
    if (!response.destroyed || (error instanceof Error && !isLeaving(error))) throw error
  })
}

interface Range {
  from: number
  to: number
}

/** Null: all of it, also where the file is another than the one they have a part of. */
export function rangeIn({ headers, method }: Pick<Request, 'headers' | 'method'>, { bytes, etag }: RangedFile): Range | 'none' | null {
  const condition = headers['if-range']
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.trim() ?? '') ?? []
  const isMeant = method === 'GET' && (condition === undefined || condition === etag)
  if (!isMeant || first === undefined || last === undefined || `${first}${last}` === '') return null
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(bytes - Number(last), 0), to: bytes - 1 }
  const [from, to] = [Number(first), last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)]
  if (last !== '' && Number(last) < from) return null // no range at all (§14.1.1)
  return from < bytes ? { from, to } : 'none'
}

const isLeaving = (error: Error) => 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
