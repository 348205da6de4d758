import type { RequestHandler } from 'express'
import { verifyRequestOrigin } from 'lucia'
import { forms } from '~/messages/en/forms'
import { settings } from './env.server'

export interface Coming {
  method: string
  /** What the browser says about where a request comes from; pages cannot forge it. */
  site?: string | undefined
  origin?: string | undefined
  host?: string | undefined
  hasCookies: boolean
}

/** Express middleware: nobody's name that was made to lead here reads the demo, whose passwords everybody knows. */
export const refuseForeignHost: RequestHandler = ({ headers }, response, next) => {
  if (isOwnHost(headers.host, settings())) return next()
  response.status(421).type('text').send(forms.foreignHost)
}

/** A page of any site can have its own name point to this machine, and is then of one origin with what answers here. */
export function isOwnHost(
  host: string | undefined,
  { publicUrl, isLoopback, demo }: { publicUrl: string; isLoopback: boolean; demo: boolean },
) {
  return !isLoopback || !demo || isLoopbackHost(host) || host === new URL(publicUrl).host
}

export function isLoopbackHost(host: string | null | undefined): host is string {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '')
}

/** Express middleware: a change asked for by another site's page does nothing. */
export const refuseForeignOrigin: RequestHandler = ({ method, headers }, response, next) => {
  const { origin, host, cookie } = headers
  const site = headers['sec-fetch-site']?.toString()
  if (!isOwnOrigin({ method, site, origin, host, hasCookies: cookie !== undefined }, settings())) {
    return void response.status(403).type('text').send(forms.foreignOrigin)
  }
  // Remix judges by this header alone, and takes the `null` of our own forms for an attack.
  delete headers.origin
  next()
}

/**
 * A forged request needs a browser, and cookies to be worth forging: programs that send neither a browser's
 * headers nor cookies may pass. Forms of pages that send no Referer say `Origin: null`, so Sec-Fetch-Site,
 * which every browser sends over https and to loopback, is asked first.
 */
export function isOwnOrigin(
  coming: Coming,
  { publicUrl, isLoopback }: { publicUrl: string; isLoopback: boolean },
) {
  const { method, site, origin, host, hasCookies } = coming
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined) return !hasCookies
  const own = isLoopback && isLoopbackHost(host) ? [publicUrl, `http://${host}`] : [publicUrl]
  return verifyRequestOrigin(origin, own)
}
