import type { Adapter } from 'lucia'
import { DAY, later, now } from './clock.server'
import { db } from './db.server'
import { readSession, type SignedIn } from './signed-in.server'
import { sha256 } from './token.server'

/** However busy a session is, it ends here. */
const LONGEST = 90 * DAY

interface SessionAttributes {
  ip: string
  userAgent: string
  lastSeenAt?: Date
}

export const hashedId = (sessionId: string) => sha256(sessionId).toString('hex')

/** Lucia's door to our rows: kept under the hash of its id, so a table that leaks signs nobody in. */
export const sessionStore: Adapter = {
  async getSessionAndUser(id) {
    const open = await readSession(hashedId(id))
    if (!open) return [null, null]
    const { createdAt, lastSeenAt, expiresAt, person } = open
    const isOver = later(createdAt, LONGEST) <= now()
    return [
      {
        id,
        userId: person.id,
        expiresAt: onLuciasClock(isOver ? now() : expiresAt),
        attributes: { ip: '', userAgent: '', lastSeenAt },
      },
      { id: person.id, attributes: person },
    ]
  },

  async setSession({ id, userId, expiresAt, attributes: { ip, userAgent } }) {
    const at = now()
    await db.session.create({
      data: {
        id: hashedId(id),
        personId: userId,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: onOurClock(expiresAt),
        ip,
        userAgent,
      },
    })
  },

  async updateSessionExpiration(id, expiresAt) {
    await db.session.updateMany({ where: { id: hashedId(id) }, data: { expiresAt: onOurClock(expiresAt) } })
  },

  async deleteSession(id) {
    await db.session.deleteMany({ where: { id: hashedId(id) } })
  },

  async deleteUserSessions(personId) {
    await db.session.deleteMany({ where: { personId } })
  },

  async deleteExpiredSessions() {
    const at = now()
    await db.session.deleteMany({
      where: { OR: [{ expiresAt: { lte: at } }, { createdAt: { lte: later(at, -LONGEST) } }] },
    })
  },

  async getUserSessions(personId) {
    const sessions = await db.session.findMany({ where: { personId } })
    return sessions.map(({ id, expiresAt, ip, userAgent }) => ({
      id,
      userId: personId,
      expiresAt: onLuciasClock(expiresAt),
      attributes: { ip, userAgent },
    }))
  },
}

// Lucia reads the wall clock, and ours can be moved.
const offset = () => now().getTime() - Date.now()
const onOurClock = (moment: Date) => later(moment, offset())
const onLuciasClock = (moment: Date) => later(moment, -offset())

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: SignedIn
  }
}
