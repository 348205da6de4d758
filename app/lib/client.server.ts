import { randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { RequestHandler } from 'express'

// Nobody outside can know this name, so nobody can pretend to be somewhere else.
const HEADER = `client-${randomBytes(8).toString('hex')}`

/** Express middleware: hands on whom Express takes for the client, TRUST_PROXY considered. */
export const markClient: RequestHandler = (request, _response, next) => {
  request.headers[HEADER] = request.ip ?? ''
  next()
}

export interface Client {
  /** Empty where no server stands in between. */
  ip: string
  userAgent: string
}

export function clientOf(request: Request): Client {
  return {
    ip: request.headers.get(HEADER) ?? '',
    userAgent: (request.headers.get('User-Agent') ?? '').slice(0, 400),
  }
}

/** Whose tries count together: an address of IPv4, or the 64 bits of IPv6 below which one house has all addresses. */
export function networkOf(ip: string): string {
  const inner = /^::ffff:([\d.]+)$/i.exec(ip)?.[1]
  if (inner || !isIPv6(ip)) return inner ?? ip
  const [before = [], after = []] = ip.split('::').map(part => part.split(':').filter(Boolean))
  const between = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...between, ...after].slice(0, 4).map(group => parseInt(group, 16)).join(':')
}
