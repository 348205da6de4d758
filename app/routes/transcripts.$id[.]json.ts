import type { LoaderFunctionArgs } from '@remix-run/node'
import { findTranscriptDocument } from '~/domain/transcript.server'
import { PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

const types = ['application/vc', 'application/ld+json', 'application/json', 'application/vc+ld+json']

/** The signed record, byte for byte as it was stored. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const text = found(await findTranscriptDocument(id, actor))
  const cacheControl = actor ? PRIVATE : REVALIDATED
  return serveDocument(request, { types, madeFrom: text, cacheControl, fileName: `transcript-${id}.json` }, () => text)
}
