import type { LoaderFunctionArgs } from '@remix-run/node'
import { findTranscriptDocument } from '~/domain/transcript.server'
import { STORED_TYPES } from '~/lib/accept.server'
import { PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

/** The signed record, byte for byte as it was stored. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const text = found(await findTranscriptDocument(id, actor))
  const cacheControl = actor ? PRIVATE : REVALIDATED
  return serveDocument(request, { types: STORED_TYPES, madeFrom: text, cacheControl, fileName: `transcript-${id}.json` }, () => text)
}
