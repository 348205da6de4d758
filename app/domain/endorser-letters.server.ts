import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { digits } from '~/lib/token.server'
import { publicFace } from './activity'
import { endorserOf } from './confirmation-code.server'
import { isOpen } from './endorsement'
import { discreetName } from './people'
import { countOthers } from './request-inbox.server'
import { closedReason, findRequest, requestPath, type AskedRequest } from './request.server'
import { parseFacts } from './revision'
import type { Stationery, Written } from './stationery.server'

export async function writeEndorsementRequest(
  { requestId }: { requestId: string },
  desk: Stationery,
): Promise<Written> {
  const request = await askable(requestId)
  if (!request) return null
  const { message } = request
  return {
    letter: desk.words.requests.endorsementRequest({
      ...asking(request, desk),
      message,
      contact: desk.contact,
      others: await countOthers(endorserOf(request), requestId),
      handedOverBy: request.handedOverBy?.endorserName ?? null,
    }),
  }
}

export async function writeReminder(
  { requestId }: { requestId: string },
  desk: Stationery,
): Promise<Written> {
  const request = await askable(requestId)
  if (!request) return null
  const others = await countOthers(endorserOf(request), requestId)
  return { letter: desk.words.requests.reminder({ ...asking(request, desk), others }) }
}

/** The digits are made here and nowhere kept; a code that was used or ran out is not sent any more. */
export async function writeEndorsementCode(
  { codeId, requestId }: { codeId: string; requestId: string },
  desk: Stationery,
): Promise<Written> {
  const code = await db.confirmationCode.findFirst({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now() } },
  })
  const request = await findRequest(requestId)
  if (!code || !request) return null
  const minutes = Math.round((code.expiresAt.getTime() - code.createdAt.getTime()) / 60_000)
  return {
    letter: desk.words.requests.endorsementCode({
      endorser: request.endorserName,
      code: digits(codeId),
      minutes,
    }),
  }
}

/** The endorser's own copy, with the signed record. */
export async function writeReceipt(
  { endorsementId }: { endorsementId: string },
  desk: Stationery,
): Promise<Written> {
  const said = await db.endorsement.findUnique({
    where: { id: endorsementId },
    include: {
      judgements: { include: { claim: { include: { competency: true } } } },
      revision: { include: { activity: { include: { student: true } } } },
    },
  })
  if (!said) return null
  const { words, format, house, contact } = desk
  const { outcome, confirmed } = words.requests
  const levels = await levelNames(said.judgements)
  return {
    letter: words.requests.endorsementReceipt({
      endorser: said.name,
      institution: house.name,
      contact,
      student: said.revision.activity.student.usedName,
      title: said.revision.activity.title,
      statement: said.endorsementComment,
      confirmed: confirmed(
        said.confirmedRole,
        format.hours(said.confirmedMinutes),
        format.period(said.confirmedStart, said.confirmedEnd),
      ),
      judgements: said.judgements.map(({ claim, levelId, comment, ...judged }) => ({
        competency: claim.competency.name,
        comment,
        outcome: judged.outcome === 'atLevel' ? levels.get(levelId) ?? '' : outcome[judged.outcome],
      })),
    }),
    attachments: [
      { filename: 'endorsement.json', content: said.document, contentType: 'application/ld+json' },
    ],
  }
}

async function levelNames(judgements: { levelId: string | null }[]) {
  const ids = judgements.flatMap(({ levelId }) => levelId ?? [])
  const levels = await db.level.findMany({ where: { id: { in: ids } } })
  return new Map<string | null, string>(levels.map(({ id, name }) => [id, name]))
}

/** A request that was withdrawn or answered in the meantime needs no letter. */
export async function askable(requestId: string): Promise<AskedRequest | null> {
  const request = await findRequest(requestId)
  return request && isOpen(request.status) && !closedReason(request) && !request.endorser.doNotAskAt
    ? request
    : null
}

export function asking(request: AskedRequest, { house, format, url }: Stationery) {
  const facts = parseFacts(request.revision.facts)
  return {
    endorser: request.endorserName,
    institution: house.name,
    student: discreetName(request.activity.student.usedName),
    title: publicFace(facts).title,
    period: format.period(facts.activityStartDate, facts.activityEndDate),
    until: format.day(format.dayOf(request.expiresAt)),
    url: url(requestPath(request.id)),
    stopUrl: url(`${requestPath(request.id)}/stop`),
  }
}
