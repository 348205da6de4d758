import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { Refusal } from '~/lib/refusal'
import type { Words } from '~/messages/messages'
import { LONGEST_FILE } from '~/standards/carrier'
import { sha256 } from '~/standards/digest'
import { readJson } from '~/standards/strict-json'
import type { Verification } from '~/standards/verification'
import { inWords, verify, type Presented, type VerificationAnswer } from './verification.server'

/** The longest file that carries a credential, with room for what a form puts around it. */
export const MOST_BYTES = LONGEST_FILE + 100_000

/** A file, or an address or text in one field: whichever comes. */
export const PresentedForm = z.object({
  file: z.instanceof(File).optional(),
  pasted: z.string().trim().optional(),
})

export async function presentedIn({
  file,
  pasted = '',
}: z.output<typeof PresentedForm>): Promise<Presented | null> {
  if (file) return { bytes: new Uint8Array(await file.arrayBuffer()) }
  if (pasted === '') return null
  return /^https?:\/\/\S+$/i.test(pasted) ? { url: pasted } : { text: pasted }
}

/** A body that is no form: the credential itself, or JSON that says only where it is. */
export function presentedText(bytes: Uint8Array): Presented | null {
  if (bytes.length === 0) return null
  const read = bytes.length < 5_000 && readJson(Buffer.from(bytes).toString())
  if (!read || !('document' in read)) return { bytes }
  const [[name, url] = [], ...others] = Object.entries(read.document)
  return name === 'url' && typeof url === 'string' && others.length === 0 ? { url } : { bytes }
}

/** When it was checked and what exactly, for whoever keeps the answer. */
export function receiptOf(presented: Presented, name: string | null) {
  const content = 'text' in presented ? presented.text : 'bytes' in presented ? presented.bytes : null
  const digest = content === null ? null : sha256(content).toString('hex')
  return { at: now().toISOString(), what: 'url' in presented ? presented.url : name, digest }
}

/** @throws Refusal with a sentence where nothing could be read at all */
export async function answerPresented(
  presented: Presented | null,
  words: Words,
): Promise<VerificationAnswer> {
  const { refused } = words.messages.verify
  if (!presented) throw new Refusal(refused.nothing, 'pasted')
  const field = 'bytes' in presented ? 'file' : 'pasted'
  const verification = await verify(presented)
  if ('unread' in verification) throw new Refusal(refused.unread[verification.unread], field)
  if (isUnreadable(verification)) throw new Refusal(await sentenceOf(verification, words), field)
  return inWords(verification, words)
}

function isUnreadable({ checks }: Verification) {
  return checks[0]?.detail.code === 'format.unreadable'
}

async function sentenceOf(verification: Verification, words: Words) {
  const { checks } = await inWords(verification, words)
  return checks[0]?.detail ?? words.messages.verify.refused.nothing
}
