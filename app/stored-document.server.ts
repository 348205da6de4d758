import type { RequestHandler } from 'express'
import { findDocument, publicDigestOf } from '~/domain/credential.server'
import { findTranscriptDocument, publicTranscriptDigestOf } from '~/domain/transcript.server'
import { STORED_TYPES, typeFor } from '~/lib/accept.server'
import { describe } from '~/lib/document.server'
import { holds } from '~/lib/etag.server'
import { saysWho } from '~/lib/session.server'

const NOUNS = {
  credential: { digestOf: publicDigestOf, find: findDocument },
  transcript: { digestOf: publicTranscriptDigestOf, find: findTranscriptDocument },
}

const AT_MOST = 500
/** A long record is no quicker from memory, and would fill it. */
const LONGEST_KEPT = 100_000
const kept = new Map<string, ReturnType<typeof describe> & { body: Buffer }>()

/**
 * Express middleware for the signed text at `/credentials/:id.json` and `/transcripts/:id.json`, as its route serves
 * it: whether everyone may read it is asked each time, its bytes only once. Who says who they are goes on to the route,
 * as does what is not for everyone.
 */
export function storedDocuments(noun: keyof typeof NOUNS): RequestHandler<{ id: string }> {
  const { digestOf, find } = NOUNS[noun]
  return async (request, response, next) => {
    try {
      const { id } = request.params
      const digest = saysWho(request.headers.cookie) ? null : await digestOf(id)
      if (digest === null) return next()
      const type = typeFor(request.get('Accept'), STORED_TYPES)
      const key = `${type} ${digest}`
      const text = kept.has(key) ? null : await find(id, null)
      if (text && text.length <= LONGEST_KEPT) keep(key, { ...describe(type, { madeFrom: text, fileName: `${noun}-${id}.json` }), body: Buffer.from(text) })
      const document = kept.get(key)
      if (!document) return next()
      response.set(document.always)
      if (holds(request.get('If-None-Match'), document.etag)) return void response.status(304).end()
      response.set(document.withBody).send(document.body)
    } catch (error) {
      next(error)
    }
  }
}

function keep(key: string, document: ReturnType<typeof describe> & { body: Buffer }) {
  if (kept.size >= AT_MOST) kept.clear()
  kept.set(key, document)
}
