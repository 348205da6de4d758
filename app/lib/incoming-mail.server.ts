import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { sha256 } from './token.server'

/** What somebody sent us, as far as we read it. */
export interface IncomingMail {
  /** The sender on the envelope; empty where nobody is to be answered. */
  sender: string
  /** The one address it says it is from; empty when it says none or several. */
  from: string
  /** As its sender named it, else made from its bytes. */
  messageId: string
  subject: string
  /** Field bodies by field name in small letters. */
  headers: ReadonlyMap<string, string>
  text: string
  /** Names of what is attached. */
  files: readonly string[]
  /** The machine-readable part of a report on a delivery (RFC 3464), where there is one. */
  deliveryStatus: string | null
}

/** Bounds for hostile ones. */
const bounds = { maxNestingDepth: 20, maxHeadersSize: 128 * 1024, forceRfc822Attachments: true }

/** Null when it cannot be read as a mail. */
export async function readIncoming(bytes: Buffer, sender: string): Promise<IncomingMail | null> {
  const email = await PostalMime.parse(bytes, bounds).catch(() => null)
  if (!email) return null
  return {
    sender,
    from: email.from?.address ?? '',
    messageId: email.messageId ?? sha256(bytes).toString('hex'),
    subject: email.subject ?? '',
    headers: new Map(email.headers.map(({ key, value }) => [key, value])),
    text: plainText(email.text ?? wordsOf(email.html ?? '')),
    files: email.attachments.filter(isFile).slice(0, FILES).map(({ filename }) => plainName(filename ?? '')),
    deliveryStatus: statusOf(email),
  }
}

function statusOf({ attachments }: Email) {
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')?.content
  if (status === undefined) return null
  return typeof status === 'string' ? status : Buffer.from(new Uint8Array(status)).toString('utf8')
}

const FILES = 10

/** To be read in a sentence: without what turns or hides text. */
const plainName = (name: string) => name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80)

/** Pictures in a signature, and reports on deliveries, are no files. */
function isFile({ filename, related, contentId, disposition }: Attachment) {
  return Boolean(filename) && !related && (disposition === 'attachment' || !contentId)
}

/** A database takes no NUL, and no half of a character. */
const plainText = (text: string) => text.replaceAll('\0', '').toWellFormed()

/** Enough for any answer somebody writes; expressions over more would keep everybody waiting. */
const LONGEST_PAGE = 100_000

const ends = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/blockquote)\b[^<>]{0,500}>/gi
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** For programs that write pages only. */
function wordsOf(html: string) {
  return ['head', 'style', 'script'].reduce(withoutElement, html.slice(0, LONGEST_PAGE))
    .replace(/\s+/g, ' ')
    .replace(ends, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => named[name.toLowerCase()] ?? character(name, whole))
    .replace(/^ +| +$/gm, '')
}

/** In one walk from its beginnings to its ends. */
function withoutElement(html: string, name: string) {
  const lower = html.toLowerCase()
  let kept = ''
  let from = 0
  for (let at = lower.indexOf(`<${name}`); at >= 0; at = lower.indexOf(`<${name}`, from)) {
    kept += html.slice(from, at)
    const end = lower.indexOf(`</${name}`, at)
    if (end < 0) return kept
    from = end
  }
  return kept + html.slice(from)
}

function character(name: string, otherwise: string) {
  const code = Number(name.slice(1))
  return name.startsWith('#') && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}
