import { db } from '~/lib/db.server'
import type { Mail } from '~/lib/mail.server'
import { mailAddress, readMailAddress } from '~/lib/mail-address.server'
import type { Correspondent, Notification, Template } from './notification.server'

/** What an address of ours is for. `several`: of which request somebody speaks is not known. */
const purposes = ['student', 'endorser', 'several', 'bounce'] as const
type Purpose = (typeof purposes)[number]

const readers: { [T in Template]?: Correspondent } = {
  'endorsement-request': 'endorser',
  'reminder': 'endorser',
  'waiting': 'endorser',
  'endorsement-code': 'endorser',
  'endorsement-receipt': 'endorser',
  'receipt-of-many': 'endorser',
  'question-answered': 'endorser',
  'question-asked': 'student',
  'request-returned': 'student',
  'request-declined': 'student',
  'request-undeliverable': 'student',
  'request-handed-over': 'student',
  'request-passed-on': 'student',
  'request-unanswered': 'student',
  'activity-endorsed': 'student',
  'endorsement-amended': 'student',
  'endorsement-withdrawn': 'student',
}

/** Where an answer to a letter goes, and where it comes back to; neither for letters about no request. */
export async function answersTo({
  template,
  params,
}: Notification): Promise<Pick<Mail, 'replyTo' | 'bounceTo'>> {
  const reader = readers[template]
  const requestId = reader && (await requestIn(params))
  if (!requestId) return {}
  const isOfSeveral = 'requestIds' in params && params.requestIds.length > 1
  return {
    replyTo: addressOf(isOfSeveral ? 'several' : reader, requestId),
    ...(reader === 'endorser' && { bounceTo: addressOf('bounce', requestId) }),
  }
}

/** What a mail to one of them is about; null when it is no address of ours. */
export function readReplyAddress(address: string): { purpose: Purpose; requestId: string } | null {
  const read = readMailAddress(address)
  const purpose = purposes.find(each => each === read?.purpose)
  return read && purpose ? { purpose, requestId: read.id } : null
}

const addressOf = (purpose: Purpose, requestId: string) => mailAddress(purpose, requestId)

async function requestIn(params: Notification['params']): Promise<string | null> {
  if ('requestId' in params) return params.requestId
  if ('requestIds' in params) return params.requestIds[0] ?? null
  const select = { requestId: true } as const
  if ('messageId' in params) {
    return (await db.message.findUnique({ where: { id: params.messageId }, select }))?.requestId ?? null
  }
  if (!('endorsementId' in params) || !params.endorsementId) return null
  return (await db.endorsement.findUnique({ where: { id: params.endorsementId }, select }))?.requestId ?? null
}
