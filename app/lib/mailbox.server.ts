import { access, constants, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { settings } from './env.server'
import { isLoopbackHost } from './origin.server'

/** Mail kept on this machine instead of sent, for trying Vouch out: one `.eml` a mail in DATA_DIR/mailbox. */
interface KeptMail {
  name: string
  to: string
  subject: string
  date: string
  text: string
  html: string
}

/** Kept under its message id, so that a repeat replaces what it repeats. */
export async function keepMail(messageId: string, bytes: Uint8Array) {
  await prepareMailbox()
  const file = join(folder(), `${messageId.replace(/@.*$/, '').replace(/[^\w-]/g, '')}.eml`)
  await writeFile(`${file}.new`, bytes, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** The newest first, a hundred at most. */
export async function listMail(): Promise<KeptMail[]> {
  await prepareMailbox()
  const files = (await readdir(folder()))
    .filter(file => file.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, 100)
  return Promise.all(files.map(file => readMail(file.slice(0, -'.eml'.length))))
}

export async function findMail(name: string): Promise<KeptMail | null> {
  return (await listMail()).find(mail => mail.name === name) ?? null
}

/** Only whoever sits at this machine may read along, and came by its name: no page of elsewhere. */
export function isMailboxOpen({ headers }: Request): boolean {
  const { mailUrl, isLoopback } = settings()
  return mailUrl === 'mailbox:' && isLoopback && isLoopbackHost(headers.get('Host'))
}

export async function prepareMailbox(): Promise<boolean> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  return access(folder(), constants.W_OK).then(
    () => true,
    () => false,
  )
}

const folder = () => join(settings().dataDir, 'mailbox')

async function readMail(name: string): Promise<KeptMail> {
  const {
    to,
    subject = '',
    date = '',
    text = '',
    html = '',
  } = await PostalMime.parse(await readFile(join(folder(), `${name}.eml`)))
  return { name, to: to?.[0]?.address ?? '', subject, date, text, html }
}
