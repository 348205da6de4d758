import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'

type AboutAward = { awardId: string }
type AboutCredential = { credentialId: string }

export function writeOffer(kind: 'awardOffered' | 'awardReminder') {
  return async ({ awardId }: AboutAward, { words, format, url }: Stationery): Promise<Written> => {
    const award = await db.award.findFirst({
      where: { id: awardId, status: 'offered' },
      include: { student: true, programme: true },
    })
    if (!award) return null
    return {
      letter: words.awards[kind]({
        name: award.student.usedName,
        programme: award.programme.title,
        url: url(`/offers/${awardId}`),
        until: format.day(format.dayOf(award.lapsesAt)),
      }),
    }
  }
}

export async function writeIssued({ credentialId }: AboutCredential, desk: Stationery): Promise<Written> {
  const told = await credentialTold(credentialId, desk)
  return told && { letter: desk.words.awards.credentialIssued(told) }
}

export async function writeRevoked({ credentialId }: AboutCredential, desk: Stationery): Promise<Written> {
  const told = await credentialTold(credentialId, desk)
  const { credentialRevoked, reason } = desk.words.awards
  return told && { letter: credentialRevoked({ ...told, reason: reason[told.revocationReason] }) }
}

/** Nothing to one that is gone, or has no end any more. */
export async function writeExpiring({ credentialId }: AboutCredential, desk: Stationery): Promise<Written> {
  const told = await credentialTold(credentialId, desk)
  if (told?.validUntil == null || told.status !== 'valid') return null
  const { format, words } = desk
  return { letter: words.awards.credentialExpiring({ ...told, until: format.day(format.dayOf(told.validUntil)) }) }
}

async function credentialTold(credentialId: string, { url }: Stationery) {
  const credential = await db.credential.findUnique({
    where: { id: credentialId },
    include: { student: true, award: { include: { programme: true } } },
  })
  return (
    credential &&
    ({
      name: credential.student.usedName,
      programme: credential.award.programme.title,
      url: url('/credentials'),
      revocationReason: credential.revocationReason ?? 'withdrawnByIssuer',
      validUntil: credential.validUntil,
      status: credential.status,
    } as const)
  )
}
