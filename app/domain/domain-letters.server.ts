import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { digits } from '~/lib/token.server'
import type { Letters } from './notification.server'
import type { Stationery, Written } from './stationery.server'

export async function writeDomainCode(
  { codeId, proofId }: Letters['domain-code'],
  desk: Stationery,
): Promise<Written> {
  const code = await db.confirmationCode.findFirst({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now() } },
  })
  const proof = await db.domainProof.findUnique({ where: { id: proofId } })
  const unit = await db.unit.findUnique({ where: { id: proof?.unitId ?? '' } })
  if (!code || !proof || !unit) return null
  const minutes = Math.round((code.expiresAt.getTime() - code.createdAt.getTime()) / 60_000)
  const told = { unit: unit.name, institution: desk.house.name, domain: proof.domain, minutes }
  return { letter: desk.words.domains.code({ ...told, code: digits(codeId) }) }
}
