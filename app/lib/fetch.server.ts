import { lookup, type LookupAddress } from 'node:dns'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { isLoopbackAddress, isPublicAddress } from './public-address.server'

export type FetchRefusal =
  | 'not-a-url'
  | 'not-https'
  | 'not-public'
  | 'no-such-host'
  | 'unreachable'
  | 'redirected-away'
  | 'too-many-redirects'
  | 'bad-answer'
  | 'too-long'
  | 'too-slow'

interface FetchedBytes {
  /** After redirects. */
  url: string
  contentType: string
  bytes: Uint8Array
}

interface Fetched {
  url: string
  contentType: string
  text: string
}

export interface FetchOptions {
  /** The Accept header. */
  accept: string
  /** Our own address while it is on loopback: the only one that may be, and may do without TLS. */
  ownOrigin?: string
  /** All addresses of a host name. */
  resolve?: (host: string) => Promise<LookupAddress[]>
  maxBytes?: number
  timeoutMs?: number
}

const MAX_BYTES = 1_000_000
const TIMEOUT_MS = 5_000
const MAX_REDIRECTS = 3

/**
 * The only way out to addresses that strangers name. Every address of the host is checked, and the connection
 * goes to one that was, so that a second answer of DNS changes nothing. No proxy, cookies or credentials.
 */
export async function fetchBytes(
  url: string,
  options: FetchOptions,
): Promise<FetchedBytes | { refused: FetchRefusal }> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  try {
    return await follow(url, options, signal, MAX_REDIRECTS)
  } catch (error) {
    if (signal.aborted) return { refused: 'too-slow' }
    if (error instanceof Refused) return { refused: error.reason }
    throw error
  }
}

/** The same, of what is text. */
export async function fetchGuarded(
  url: string,
  options: FetchOptions,
): Promise<Fetched | { refused: FetchRefusal }> {
  const fetched = await fetchBytes(url, options)
  if ('refused' in fetched) return fetched
  const { bytes, ...rest } = fetched
  try {
    return { ...rest, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof TypeError) return { refused: 'bad-answer' }
    throw error
  }
}

class Refused extends Error {
  constructor(
    readonly reason: FetchRefusal,
    options?: ErrorOptions,
  ) {
    super(reason, options)
  }
}

async function follow(
  href: string,
  options: FetchOptions,
  signal: AbortSignal,
  left: number,
): Promise<FetchedBytes> {
  const url = checkedUrl(href, options)
  const { address } = await checkedAddress(url, options, signal)
  const response = await request(url, address, options.accept, signal)
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400) {
    response.destroy()
    const next = nextUrl(url, headers.location)
    if (left === 0) throw new Refused('too-many-redirects')
    return follow(next, options, signal, left - 1)
  }
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity'
  if (statusCode !== 200 || !isPlain) {
    response.destroy()
    throw new Refused('bad-answer')
  }
  const bytes = await readBytes(response, options.maxBytes ?? MAX_BYTES)
  return { url: url.href, contentType: headers['content-type'] ?? '', bytes }
}

function checkedUrl(href: string, { ownOrigin }: FetchOptions): URL {
  if (!URL.canParse(href)) throw new Refused('not-a-url')
  const url = new URL(href)
  if (url.username || url.password) throw new Refused('not-a-url')
  if (url.protocol !== 'https:' && url.origin !== ownOrigin) throw new Refused('not-https')
  return url
}

function nextUrl(url: URL, location: string | undefined): string {
  const next = location !== undefined && URL.canParse(location, url) ? new URL(location, url) : null
  if (!next) throw new Refused('bad-answer')
  if (next.origin !== url.origin) throw new Refused('redirected-away')
  return next.href
}

async function checkedAddress(
  url: URL,
  { ownOrigin, resolve = resolveAll }: FetchOptions,
  signal: AbortSignal,
) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await until(signal, named(resolve(host)))
  const isAllowed = ({ address }: LookupAddress) =>
    isPublicAddress(address) || (url.origin === ownOrigin && isLoopbackAddress(address))
  const [first] = addresses
  if (!first) throw new Refused('no-such-host')
  if (!addresses.every(isAllowed)) throw new Refused('not-public')
  return first
}

const lookupAll = promisify(lookup)

function resolveAll(host: string): Promise<LookupAddress[]> {
  return lookupAll(host, { all: true })
}

function named(addresses: Promise<LookupAddress[]>): Promise<LookupAddress[]> {
  return addresses.catch((cause: unknown) => {
    throw new Refused('no-such-host', { cause })
  })
}

/** DNS can't be called off, but nobody has to wait for it. */
function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Refused('too-slow')), { once: true })
    promise.then(resolve, reject)
  })
}

function request(url: URL, address: string, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const isNamed = isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0
  return new Promise((resolve, reject) => {
    const outgoing = send({
      host: address,
      port: url.port || undefined,
      path: url.pathname + url.search,
      headers: { host: url.host, accept, 'accept-encoding': 'identity', 'user-agent': 'Vouch' },
      // The certificate must be for the name, though the connection goes to the address.
      servername: isNamed ? url.hostname : undefined,
      agent: false,
      signal,
    })
    outgoing.once('response', resolve)
    outgoing.once('error', cause => reject(new Refused('unreachable', { cause })))
    outgoing.end()
  })
}

async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      length += chunk.length
      if (length > maxBytes) throw new Refused('too-long')
    }
    return Buffer.concat(chunks)
  } catch (cause) {
    response.destroy()
    throw cause instanceof Refused ? cause : new Refused('bad-answer', { cause })
  }
}
