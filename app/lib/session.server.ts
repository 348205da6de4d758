import { redirect } from '@remix-run/node'
import { Lucia, TimeSpan } from 'lucia'
import { later, MINUTE, now } from './clock.server'
import { clientOf } from './client.server'
import { db } from './db.server'
import { settings } from './env.server'
import { registerDaily } from './jobs.server'
import { pathOf } from './redirect.server'
import { hashedId, sessionStore } from './session-store.server'
import type { SignedIn } from './signed-in.server'

const isHttps = settings().publicUrl.startsWith('https:')
const cookieName = isHttps ? '__Host-vouch' : 'vouch'

// A session that is not used for this long is over. The cookie outlives it; the row is what counts.
const lucia = new Lucia(sessionStore, {
  sessionExpiresIn: new TimeSpan(14, 'd'),
  sessionCookie: {
    name: cookieName,
    expires: false,
    attributes: { secure: isHttps, sameSite: 'lax', path: '/' },
  },
  getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }),
  getUserAttributes: person => person,
})

/** Who asks, or null for a visitor. */
export async function findActor(request: Request): Promise<SignedIn | null> {
  const id = sessionIdOf(request)
  if (!id) return null
  const known = underway.get(id)
  if (known) return known
  const asking = validate(id).finally(() => underway.delete(id))
  underway.set(id, asking)
  return asking
}

/**
 * Who asks. A visitor is sent to sign in, from every address alike, whether or not anything is there
 * (rule 11); what they were posting goes along, and is kept there (307).
 */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const person = await findActor(request)
  if (person) return person
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  throw redirect(`/sign-in?to=${encodeURIComponent(pathOf(request))}`, isRead ? 302 : 307)
}

/** Opens a session under a new id, in place of the browser's old one. Answers the Set-Cookie header. */
export async function signIn(person: { id: string }, request: Request): Promise<string> {
  await endSession(request)
  const session = await lucia.createSession(person.id, clientOf(request))
  return lucia.createSessionCookie(session.id).serialize()
}

/** Answers the Set-Cookie header. */
export async function signOut(request: Request): Promise<string> {
  await endSession(request)
  return lucia.createBlankSessionCookie().serialize()
}

interface KnownSession {
  id: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string
  ip: string
  isThisOne: boolean
}

/** Where somebody is signed in, the latest first. The ids are hashes: they name a session, no more. */
export async function listSessions(person: { id: string }, request: Request): Promise<KnownSession[]> {
  const sessions = await db.session.findMany({
    where: { personId: person.id, expiresAt: { gt: now() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  const own = sessionOf(request)
  return sessions.map(({ id, createdAt, lastSeenAt, userAgent, ip }) => ({
    id,
    createdAt,
    lastSeenAt,
    userAgent,
    ip,
    isThisOne: id === own,
  }))
}

export async function revokeSession(person: { id: string }, id: string) {
  await db.session.deleteMany({ where: { id, personId: person.id } })
}

export async function revokeOtherSessions(person: { id: string }, request: Request) {
  await db.session.deleteMany({ where: { personId: person.id, id: { not: sessionOf(request) } } })
}

registerDaily({ 'forget-sessions': () => lucia.deleteExpiredSessions() })

// A page asks once for itself and once for each of its parts, all in one turn: they share one answer.
const underway = new Map<string, Promise<SignedIn | null>>()

async function validate(id: string): Promise<SignedIn | null> {
  const { session, user } = await lucia.validateSession(id)
  if (!session) return null
  const at = now()
  if (session.lastSeenAt && later(session.lastSeenAt, 10 * MINUTE) < at) {
    await db.session.updateMany({ where: { id: hashedId(id) }, data: { lastSeenAt: at } })
  }
  return user
}

async function endSession(request: Request) {
  const id = sessionIdOf(request)
  if (id) await lucia.invalidateSession(id)
}

// Lucia's own reader throws at the cookies of others that are not encoded the way it expects.
const ownCookie = new RegExp(`(?:^|;\\s*)${cookieName}=([a-z0-9]+)`)
const sessionIdOf = (request: Request) => ownCookie.exec(request.headers.get('Cookie') ?? '')?.[1]

/** Whether a browser says who it is; if what it says is true is asked of the database. */
export function saysWho(cookies: string | undefined): boolean {
  return cookies?.includes(`${cookieName}=`) ?? false
}

/** The hash under which this browser's session is kept; empty without one. */
export function sessionOf(request: Request) {
  const id = sessionIdOf(request)
  return id ? hashedId(id) : ''
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
  }
}
