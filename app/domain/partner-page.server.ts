import { db } from '~/lib/db.server'
import { describedIssuer } from './achievement.server'
import { findHouse } from './institution.server'
import { hasPartnerCode } from './partner-code.server'
import type { Partner } from './partner.server'
import { findDescriptionToLookAt } from './programme-description.server'
import type { ProgrammeStatus } from './programme'

const AT_MOST = 50

const stages = {
  draft: 'comment', inReview: 'comment', published: 'endorse', retired: 'over',
} as const satisfies Record<ProgrammeStatus, string>

/** What their link shows: the version, what they said before, and what can be said now. */
export async function findPartnerPage(partner: Partner, path: string, browser: string) {
  const [programme, comments, house, hasCode] = await Promise.all([
    findDescriptionToLookAt(partner.programmeId),
    db.programmeComment.findMany({
      where: { partnerId: partner.id },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      select: { id: true, text: true, createdAt: true },
    }),
    findHouse(),
    hasPartnerCode(partner, browser),
  ])
  const { organisation, status } = partner
  const { accreditation } = house
  return {
    programme, comments, organisation, status, path, hasCode, accreditation,
    issuer: describedIssuer(house), stage: stages[partner.programme.status],
  }
}

export type PartnerPage = Awaited<ReturnType<typeof findPartnerPage>>
