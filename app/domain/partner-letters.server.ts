import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { digits } from '~/lib/token.server'
import type { Letters } from './notification.server'
import { partnerPath } from './partner.server'
import type { Stationery, Written } from './stationery.server'

/** Whoever was taken off the list meanwhile gets no letter. */
export async function writePartnerAsked({ partnerId }: Letters['partner-asked'], desk: Stationery): Promise<Written> {
  const partner = await db.programmePartner.findFirst({
    where: { id: partnerId, status: 'invited' },
    include: { programme: { select: { title: true, status: true } } },
  })
  if (!partner) return null
  const { name, organisation, programme: { title, status } } = partner
  const told = { name, organisation, title, institution: desk.house.name, contact: desk.contact }
  const url = desk.url(partnerPath(partnerId))
  return { letter: desk.words.partners.asked({ ...told, isPublished: status === 'published', url }) }
}

export async function writePartnerCode({ codeId, partnerId }: Letters['partner-code'], desk: Stationery): Promise<Written> {
  const code = await db.confirmationCode.findFirst({ where: { id: codeId, usedAt: null, expiresAt: { gt: now() } } })
  const partner = await db.programmePartner.findFirst({ where: { id: partnerId, status: 'invited' } })
  if (!code || !partner) return null
  const minutes = Math.round((code.expiresAt.getTime() - code.createdAt.getTime()) / 60_000)
  return { letter: desk.words.partners.code({ name: partner.name, code: digits(codeId), minutes }) }
}
