import { pino } from 'pino'
import { settings } from './env.server'

/** One line of JSON an event. Addresses and tokens never come here; `pathForLog` and `reasonOf` see to it. */
export const log = pino({
  level: settings().logLevel,
  base: undefined,
  redact: [
    '*.password',
    '*.to',
    'headers.cookie',
    'headers.authorization',
    '*.headers.cookie',
    '*.headers.authorization',
  ],
})

/** A path as it may be written down: without its query and what looks like a link's token (rule 5). */
export function pathForLog(url: string) {
  const path = plain(plain(url.split(/[?#]/, 1)[0] ?? ''))
  return path.replace(/[^/]*\.[\w-]{16}[^/]*?(?=\.data$|\/|$)/g, '[link]')
}

/** Whoever copies a link may encode any of it, or encode it twice; decodeURIComponent would refuse the half of these. */
function plain(path: string) {
  return path.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** What went wrong, in one line, for logs and rows that operators read. */
export function reasonOf(error: unknown) {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return words
    .replace(/\S+@\S+/g, '[address]')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
}

/** Where in the code it went wrong: a stack without its message, which may quote what somebody typed. */
export function framesOf(error: unknown) {
  return error instanceof Error ? error.stack?.split('\n').filter(line => /^ +at /.test(line)).join('\n') : undefined
}
