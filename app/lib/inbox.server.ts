import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { settings } from './env.server'
import { lightened } from './lightened.server'
import { log, reasonOf } from './log.server'
import { readMailAddress } from './mail-address.server'

/** A mail at one of our addresses. */
export interface ArrivedMail {
  to: string
  /** The sender on its envelope; empty where nobody is to be answered. */
  sender: string
  /** Without the bytes of what is attached. */
  bytes: Buffer
}

/** Resolves once what came is safe: only then does its sender forget it. */
type Take = (mail: ArrivedMail) => Promise<void>

const AS_SENT = 30 * 1024 * 1024
/** What is read of it: text, its page, and the heads of what is attached. */
const AS_READ = 512 * 1024
const CLIENTS = 20
const RECIPIENTS = 5
const SILENCE = 60_000
const DRAIN = 10_000

let listener: SMTPServer | null = null

/** Listens where `MAIL_INBOX_URL` says, if it does. Answers the port. */
export async function openInbox(take: Take): Promise<number | null> {
  const { mailInbox } = settings()
  if (!mailInbox) return null
  const server = new SMTPServer({
    name: mailInbox.domain,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: AS_SENT,
    maxClients: CLIENTS,
    socketTimeout: SILENCE,
    closeTimeout: DRAIN,
    onRcptTo: ({ address }, { envelope }, done) => done(refusalOf(address, envelope.rcptTo.length)),
    onData: (stream, session, done) => {
      takeAll(stream, session, take).then(
        refusal => done(refusal),
        error => done(notNow(error)),
      )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(mailInbox.port, mailInbox.host, resolve)
  })
  server.on('error', error => log.warn({ reason: reasonOf(error) }, 'a connection to the inbox failed'))
  listener = server
  return (server.server.address() as AddressInfo).port // it listens on a port, so it is no path
}

/** Accepts nothing new, and lets what is under way come to its end. */
export async function closeInbox() {
  const server = listener
  listener = null
  if (server) await new Promise<void>(resolve => server.close(resolve))
}

export const isInboxWell = () => settings().mailInbox === null || listener !== null

function refusalOf(address: string, others: number): Error | null {
  if (others >= RECIPIENTS) return refused(452, 'Too many recipients')
  return readMailAddress(address) ? null : refused(550, 'Nobody here has this address')
}

async function takeAll(stream: AsyncIterable<Buffer>, { envelope }: SMTPServerSession, take: Take) {
  const bytes = await lightened(stream, AS_READ)
  if (!bytes || ('sizeExceeded' in stream && stream.sizeExceeded))
    return refused(552, 'This mail is too large')
  const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
  for (const { address } of envelope.rcptTo) await take({ to: address, sender, bytes })
  return null
}

function notNow(error: unknown) {
  log.error({ reason: reasonOf(error) }, 'a mail could not be taken')
  return refused(451, 'Please try again later')
}

const refused = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })
