import { createHmac } from 'node:crypto'
import { now } from '~/lib/clock.server'
import { db, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { saltedDigest } from '~/lib/token.server'

interface Draw {
  seed: string
  /** SHA-256 of the version's facts. */
  hash: string
  oneIn: number
}

/** Anybody with the recorded seed and the version's hash comes to the same answer: HMAC-SHA256, its first 48 bits, modulo. */
export function isDrawn({ seed, hash, oneIn }: Draw): boolean {
  return createHmac('sha256', seed).update(hash).digest().readUIntBE(0, 6) % oneIn === 0
}

/**
 * Draws once a version and records it. The seed follows from our secret and the version's id: nobody outside can
 * know it before the draw, and nobody inside can draw until they like the answer.
 */
export async function drawForReview(tx: Tx, revision: { id: string; institutionId: string; hash: string }, oneIn: number) {
  const { id: revisionId, institutionId, hash } = revision
  const earlier = await tx.reviewDraw.findUnique({ where: { revisionId } })
  if (earlier) return earlier
  const seed = seedOf(revisionId)
  return tx.reviewDraw.create({
    data: { id: newId(), institutionId, revisionId, oneIn, seed, isDrawn: isDrawn({ seed, hash, oneIn }), drawnAt: now() },
  })
}

export interface DrawCheck {
  isIntact: boolean
  draws: number
  drawn: number
  /** Versions whose recorded answer is not the one that their seed gives. */
  faults: string[]
}

const PAGE = 500

/** Draws everything again. */
export async function checkDraws(institutionId: string): Promise<DrawCheck> {
  const check: DrawCheck = { isIntact: true, draws: 0, drawn: 0, faults: [] }
  for (let after = ''; ; ) {
    const page = await db.reviewDraw.findMany({
      where: { institutionId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      include: { revision: { select: { hash: true } } },
    })
    for (const draw of page) {
      check.draws++
      if (draw.isDrawn) check.drawn++
      if (isDrawn({ ...draw, hash: draw.revision.hash }) !== draw.isDrawn) check.faults.push(draw.revisionId)
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return { ...check, isIntact: check.faults.length === 0 }
    after = last.id
  }
}

const seedOf = (revisionId: string) => saltedDigest(`draw ${revisionId}`)
