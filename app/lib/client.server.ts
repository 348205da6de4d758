import { randomBytes } from 'node:crypto'
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
