import { settings } from './env.server'
import { newPublicId } from './id.server'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** What a browser holds after a code was typed in it: the key of its visit. */
export function readVisitKey(request: Request): string | null {
  return read(request, 'visit')
}

/** 30 days and many visits, for every link that was sent to the same mailbox. */
export function visitCookie(key: string) {
  return cookie('visit', key, '/e', 30 * DAY)
}

/** Which browser asks for a code: the one it was when the page was opened, or a new one. The code works in no other. */
export function browserOf(request: Request): string {
  return read(request, 'asking') ?? newPublicId()
}

/** Given with the page that asks, so that two clicks on it come from one browser. The code itself lasts less long. */
export function browserCookie(path: string, browser: string) {
  return cookie('asking', browser, path, DAY)
}

function read(request: Request, name: 'visit' | 'asking') {
  return (
    new RegExp(`(?:^|;\\s*)${name}=([\\w-]{22})(?:;|$)`).exec(request.headers.get('Cookie') ?? '')?.[1] ??
    null
  )
}

function cookie(name: 'visit' | 'asking', value: string, path: string, seconds: number) {
  const secure = settings().publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
