import { DAY, later, now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import type { ArrivedMail } from '~/lib/inbox.server'
import { readIncoming, type IncomingMail } from '~/lib/incoming-mail.server'
import { log } from '~/lib/log.server'
import { kindOf } from '~/lib/mail-kind'
import { ownWords } from '~/lib/own-words'
import { Refusal } from '~/lib/refusal'
import { readPerson } from '~/lib/signed-in.server'
import { saltedDigest } from '~/lib/token.server'
import { receivedMail as words } from '~/messages/en/mail-received'
import { endorserOf } from './confirmation-code.server'
import { notify, type Correspondent, type NotTaken } from './notification.server'
import { normaliseAddress } from './people'
import type { Actor } from './policy'
import { readReplyAddress } from './reply-address.server'
import { findRequest, settle, type AskedRequest } from './request.server'
import { MESSAGE_LENGTH } from './thread'
import { writeByMail } from './thread.server'

/** What somebody may write about one request in a day: two programs that answer each other end here. */
const A_DAY = 20

interface Received {
  mail: IncomingMail
  request: AskedRequest
  /** Tells this mail at this address from every other. */
  mark: string
}

/** What came to one of our addresses, taken once (rule 13). It becomes a word to somebody or nothing; it confirms nothing. */
export async function receiveMail({ to, sender, bytes }: ArrivedMail): Promise<void> {
  const address = readReplyAddress(to)
  const request = address && (await findRequest(address.requestId))
  if (!request) return
  const mail = await readIncoming(bytes, sender)
  if (!mail) return log.info('a mail could not be read')
  const came = { mail, request, mark: saltedDigest(`${to.toLowerCase()}\n${mail.messageId}`) }
  const kind = kindOf(mail)
  if (kind === 'bounce') return takeBounce(came, address.purpose === 'student' ? 'student' : 'endorser')
  if (kind === 'automatic' || address.purpose === 'bounce') return once(came, 'automatic')
  if (address.purpose === 'several') return answer(came, 'endorser', isFromEndorser(came) ? 'several' : 'stranger')
  return takeWords(came, address.purpose)
}

/** Nobody at this mailbox reads of any request that was sent there. */
async function takeBounce(came: Received, reader: Correspondent) {
  const { id, institutionId, endorserId } = came.request
  if (reader === 'endorser') {
    const unread = await db.endorsementRequest.findMany({
      where: { institutionId, endorserId, status: 'sent' },
      select: { id: true },
    })
    for (const requestId of new Set([id, ...unread.map(request => request.id)])) await settle(requestId, 'undeliverable')
  }
  await once(came, 'bounce')
}

async function takeWords(came: Received, author: Correspondent) {
  const writer = await writerOf(came, author)
  if (!writer) return answer(came, author, 'stranger')
  try {
    const text = textOf(came.mail)
    await once(came, 'reply', async tx => {
      await refuseMany(tx, came.request, author)
      await writeByMail(tx, writer, came.request, author, text)
      if (came.mail.files.length > 0) await sayFilesAreNotKept(tx, came, author)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await answer(came, author, 'refused', error.message)
  }
}

/** Whoever writes from the mailbox that the letter went to: the address alone is known to nobody else. */
async function writerOf(came: Received, author: Correspondent): Promise<Actor | null> {
  if (author === 'endorser') return isFromEndorser(came) ? endorserOf(came.request) : null
  const student = await readPerson(came.request.activity.studentId)
  return student?.normalisedAddresses.includes(normaliseAddress(came.mail.from)) ? student : null
}

function isFromEndorser({ mail, request }: Received) {
  return mail.from !== '' && normaliseAddress(mail.from) === request.endorser.normalised
}

function textOf({ text, files }: IncomingMail) {
  const said = ownWords(text)
  if (!said) throw new Refusal(words.empty)
  const whole = files.length > 0 ? `${said}\n\n${words.attached(files)}` : said
  if (whole.length > MESSAGE_LENGTH) throw new Refusal(words.tooLong(MESSAGE_LENGTH))
  return whole
}

async function refuseMany(tx: Tx, { id: requestId }: AskedRequest, author: Correspondent) {
  const sentAt = { gt: later(now(), -DAY) }
  if ((await tx.message.count({ where: { requestId, author, sentAt } })) >= A_DAY) throw new Refusal(words.tooMany)
}

function answer(came: Received, author: Correspondent, reason: NotTaken, why?: string) {
  return once(came, reason === 'stranger' ? 'unknown' : 'reply', async tx => {
    const { from, sender } = came.mail
    // RFC 3834 §4: an answer goes where the mail came from, and not to whom a header names.
    if (!from || normaliseAddress(from) !== normaliseAddress(sender)) return
    await notify(tx, {
      template: 'mail-not-taken',
      params: { reason, author, requestId: came.request.id, ...(why && { why }) },
      ...about(came),
    })
  })
}

function sayFilesAreNotKept(tx: Tx, came: Received, author: Correspondent) {
  const params = { requestId: came.request.id, author, files: [...came.mail.files] }
  return notify(tx, { template: 'files-not-kept', params, ...about(came) })
}

/** One answer a day to an address, however much it writes. */
function about({ mail: { from }, request }: Received) {
  const day = now().toISOString().slice(0, 10)
  return { to: from, subjectId: request.id, dedupeKey: `answer:${saltedDigest(normaliseAddress(from))}:${day}` }
}

/** The row that says it was taken, and what comes of it, together. */
async function once({ request, mark }: Received, kind: 'bounce' | 'automatic' | 'reply' | 'unknown', work?: (tx: Tx) => Promise<unknown>) {
  const { id: requestId, institutionId } = request
  try {
    await transaction(async tx => {
      await tx.receivedMail.create({
        data: { id: newId(), institutionId, messageId: mark, kind, requestId, receivedAt: now() },
      })
      await work?.(tx)
    })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
}
