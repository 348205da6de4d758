import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBecause } from '~/domain/credential.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

/** The reasons, sealed: what the credential's `relatedResource` names, byte for byte as it binds them. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const text = found(await findBecause(id, await findActor(request)))
  return serveDocument(request, { types: ['application/json'], madeFrom: text, fileName: 'because.json' }, () => text)
}
