import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBecause } from '~/domain/credential.server'
import { PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

/** The reasons, sealed: what the credential's `relatedResource` names, byte for byte as it binds them. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const text = found(await findBecause(id, actor))
  const cacheControl = actor ? PRIVATE : REVALIDATED
  return serveDocument(
    request,
    { types: ['application/json'], madeFrom: text, cacheControl, fileName: 'because.json' },
    () => text,
  )
}
