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
import { worded, type EditableLetter, type Values } from './letter-template'
import { wordingOf } from './letter-template.server'
import type { Stationery, Written } from './stationery.server'

export async function writeEndorsementRequest(
  { requestId }: { requestId: string },
  desk: Stationery,
): Promise<Written> {
  const request = await askable(requestId)
  if (!request) return null
  const { message } = request
  const asked = asking(request, desk)
  return {
    letter: desk.words.requests.endorsementRequest({
      ...asked,
      worded: await wordsFor(desk, 'endorsement-request', valuesOf(asked)),
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
  const asked = asking(request, desk)
  const worded = await wordsFor(desk, 'reminder', valuesOf(asked))
  return { letter: desk.words.requests.reminder({ ...asked, worded, others }) }
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

const valuesOf = ({ title, ...asked }: ReturnType<typeof asking>): Values => ({ ...asked, activity: title })

/** In the institution's own words, or in ours. */
export async function wordsFor({ house, letterhead }: Stationery, letter: EditableLetter, values: Values) {
  return worded(await wordingOf(house.id, letter, letterhead.language), values)
}
