import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { fetchBytes, type FetchRefusal } from '~/lib/fetch.server'
import type { Words } from '~/messages/messages'
import { passed, sentence, type Outcome } from '~/standards/check'
import type { Summary } from '~/standards/summary'
import { inTurns } from '~/standards/turns'
import type { Verification } from '~/standards/verification'
import { findDocument } from './credential.server'
import { originOf } from './issuer.server'
import { lookups, type Reach } from './lookups.server'
import { bundleIn, type PresentedBundle } from './presented-bundle.server'
import { findTranscriptDocument } from './transcript.server'
import { verifyBeside } from './verifier.server'

/** What somebody wants checked: the credential itself, as text or as the bytes of a file, or where it is. */
export type Presented = { text: string } | { bytes: Uint8Array } | { url: string }

/** The answer of `POST /api/verify` and `vouch verify`, with every sentence in the reader's language. */
export interface VerificationAnswer {
  valid: boolean | null
  checks: { name: string; outcome: Outcome; detail: string }[]
  credential: Summary | null
  inner: VerificationAnswer[]
}

/** Why nothing could be read where the credential was said to be. */
type Unread = FetchRefusal | 'not-shared'

interface NotRead {
  unread: Unread
}

interface Read {
  content: string | Uint8Array
}

/** Checks our own and anybody's credential by the same rules; keeps nothing. */
export async function verify(presented: Presented, reach: Reach = {}): Promise<Verification | NotRead> {
  const read = await readPresented(presented, reach)
  if ('unread' in read) return read
  const bundle = typeof read.content === 'string' ? null : await bundleIn(read.content)
  return bundle ? verifyBundle(bundle, reach) : verifyContent(read.content, reach)
}

export function verifyText(text: string, reach: Reach = {}): Promise<Verification> {
  return verifyContent(text, reach)
}

function verifyContent(content: string | Uint8Array, reach: Reach): Promise<Verification> {
  return verifyBeside(content, { now: now(), lookups: lookups(reach), isPatient: reach.isPatient === true })
}

/** Where nobody answers, the lists that were put in are asked: what they say is as old as they are. */
async function verifyBundle({ text, because, statusLists }: PresentedBundle, reach: Reach): Promise<Verification> {
  const world = lookups(reach)
  const asked: string[] = []
  const lookedUp = {
    ...world,
    async statusList(url: string) {
      const list = await world.statusList(url)
      const kept = statusLists.find(({ id }) => id === url)
      if (list === null && kept) asked.push(kept.from)
      return list ?? kept?.text ?? null
    },
  }
  const options = { now: now(), lookups: lookedUp, isPatient: reach.isPatient === true, ...(because && { because }) }
  const verification = await verifyBeside(text, options)
  const [oldest] = asked.sort()
  return oldest === undefined ? verification : asAt(verification, oldest)
}

function asAt({ checks, inner, ...verification }: Verification, at: string): Verification {
  return {
    ...verification,
    checks: checks.map(check => (check.detail.code === 'status.good' ? passed('status', { code: 'status.good-then', at }) : check)),
    inner: inner.map(each => asAt(each, at)),
  }
}

export async function inWords(verification: Verification, words: Words): Promise<VerificationAnswer> {
  const { verification: sentences } = words.messages
  const days = { day: (moment: string) => words.format.day(words.format.dayOf(moment)) }
  return {
    valid: verification.valid,
    checks: verification.checks.map(({ name, outcome, detail }) => ({
      name, outcome, detail: sentence(detail, sentences.details, days),
    })),
    credential: verification.credential,
    inner: await inTurns(verification.inner, inner => inWords(inner, words)),
  }
}

async function readPresented(presented: Presented, { offline, isAlone }: Reach): Promise<Read | NotRead> {
  if ('text' in presented) return { content: presented.text }
  if ('bytes' in presented) return { content: presented.bytes }
  const own = isAlone ? null : await readOwn(presented.url)
  if (own) return own
  if (offline) return { unread: 'unreachable' }
  const fetched = await fetchBytes(presented.url, { accept: ACCEPT })
  return 'refused' in fetched ? { unread: fetched.refused } : { content: fetched.bytes }
}

const ACCEPT =
  'application/vc, application/vc+ld+json, application/ld+json, application/json, application/jwt;q=0.9, */*;q=0.5'

/** Null: somewhere else. An address of ours is answered from our records, not by asking ourselves. */
async function readOwn(url: string): Promise<Read | NotRead | null> {
  const [, noun, id] = /\/(credentials|transcripts)\/([\w-]{22})(?:\.json)?$/.exec(url) ?? []
  const institution = await db.institution.findFirst({ orderBy: { createdAt: 'asc' } })
  const origin = institution ? originOf(institution) : settings().publicUrl
  if (!id || !url.startsWith(`${origin}/`)) return null
  const text = await (noun === 'transcripts' ? findTranscriptDocument(id, null) : findDocument(id, null))
  return text === null ? { unread: 'not-shared' } : { content: text }
}
