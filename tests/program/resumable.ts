import { createHash } from 'node:crypto'
import { request, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** A recording of any length without anybody holding it: a real start of an MP4, then bytes that follow from their place. */
export interface Recording {
  bytes: number
  read(from: number, to: number): Buffer
  digest(): string
}

const header = Buffer.concat([
  Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\x02\0isommp41', 'latin1'),
  Buffer.from([0, 0, 0, 1]), Buffer.from('mdat', 'latin1'), Buffer.alloc(8),
])
const BLOCK = 1_000_000
const noise = Buffer.from(Array.from({ length: BLOCK }, (_, at) => (at * 7 + (at >> 8)) & 255))

export function recording(bytes: number): Recording {
  const read = (from: number, to: number) => {
    const part = Buffer.alloc(to - from)
    for (let at = from; at < to; at += BLOCK - (at % BLOCK)) noise.copy(part, at - from, at % BLOCK)
    part.writeUInt8((from / BLOCK) & 255, part.length - 1)
    if (from < header.length) header.copy(part, 0, from)
    return part
  }
  return {
    bytes, read,
    digest() {
      const hash = createHash('sha256')
      for (let at = 0; at < bytes; at += BLOCK) hash.update(read(at, Math.min(at + BLOCK, bytes)))
      return hash.digest('hex')
    },
  }
}

interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

interface Asked {
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
}

/** Somebody's program that speaks tus to a server. */
export function speaker(url: string, cookie: string) {
  const options = (path: string, { method, headers }: Asked) => ({
    method, headers: { 'Tus-Resumable': '1.0.0', 'Origin': url, ...(cookie && { Cookie: cookie }), ...headers }, agent: false as const, path,
  })
  const ask = (path: string, asked: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      request(url, options(path, asked), answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }))
      }).on('error', reject).end()
    })

  /** Sends what lies between, and cuts the line there where it is not the end. */
  async function send(path: string, of: Recording, from: number, to: number): Promise<Answered | null> {
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from), 'Content-Length': String(of.bytes - from) }
    const sending = request(url, options(path, { method: 'PATCH', headers }))
    const answered = new Promise<Answered | null>(resolve => {
      sending.on('error', () => resolve(null))
      sending.on('response', answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }))
      })
    })
    for (let at = from - (from % BLOCK); at < to; at += BLOCK) {
      const part = of.read(at, Math.min(at + BLOCK, of.bytes)).subarray(Math.max(0, from - at))
      if (!sending.write(part)) await Promise.race([new Promise(resolve => sending.once('drain', resolve)), wait(10_000)])
    }
    if (to < of.bytes) sending.destroy(new Error('cut off'))
    else sending.end()
    return answered
  }

  return { ask, send }
}

export const metadata = (said: Record<string, string>) =>
  Object.entries(said).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',')
