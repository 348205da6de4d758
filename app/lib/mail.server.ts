import { createTransport } from 'nodemailer'
import { settings } from './env.server'
import { keepMail, prepareMailbox } from './mailbox.server'

export interface Mail {
  /** One address. */
  to: string
  subject: string
  text: string
  html: string
  /** Without angle brackets. The same for every try, so that a receiver can tell a repeat (rule 13). */
  messageId: string
  /** Where a person's answer goes, and where a report goes that it could not be delivered. */
  replyTo?: string | null
  bounceTo?: string | null
  attachments?: { filename: string; content: string; contentType: string }[]
}

/** The receiving server says that nobody has this address. Everything else may go better later. */
export class Undeliverable extends Error {}

/** Resolves when the mail server has taken the mail. @throws Undeliverable */
export async function sendMail({ to, messageId, replyTo, bounceTo, ...mail }: Mail) {
  const message = {
    ...mail,
    from: settings().mailFrom,
    to: { name: '', address: to },
    messageId: `<${messageId}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
    },
    ...(replyTo && { replyTo }),
    ...(bounceTo && { envelope: { from: bounceTo, to } }),
  }
  if (isKeptHere()) return keepMail(messageId, await written(message))
  try {
    await server().sendMail(message)
  } catch (error) {
    throw isAboutTheAddress(error)
      ? new Undeliverable('refused by the receiving server', { cause: error })
      : error
  }
}

export async function canReachMailServer(): Promise<boolean> {
  return isKeptHere()
    ? prepareMailbox()
    : server()
        .verify()
        .then(
          () => true,
          () => false,
        )
}

const isKeptHere = () => settings().mailUrl === 'mailbox:'

type Message = Parameters<ReturnType<typeof server>['sendMail']>[0]

async function written(message: Message): Promise<Buffer> {
  const { message: bytes } = await paper.sendMail(message)
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from('')
}

const closed = { disableFileAccess: true, disableUrlAccess: true }
const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...closed })

let pool: { url: string; transport: ReturnType<typeof connectTo> } | null = null

/** Letters that leave together share a connection: some mail servers let each new one wait. */
function server() {
  const url = settings().mailUrl
  if (pool?.url !== url) {
    closeMail()
    pool = { url, transport: connectTo(url) }
  }
  return pool.transport
}

export function closeMail() {
  pool?.transport.close()
  pool = null
}

const connectTo = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    idleTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...closed,
  })

/** 5xx to RCPT TO; to DATA only with a code about the address (RFC 3463: X.1.X), since others speak of us. */
function isAboutTheAddress(error: unknown) {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false
  const isPermanent = Number(error.responseCode) >= 500
  const response = 'response' in error ? String(error.response) : ''
  return (
    isPermanent &&
    (error.command === 'RCPT TO' || (error.command === 'DATA' && /^5\d\d[ -]5\.1\./.test(response)))
  )
}
