import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDidDocument } from '~/domain/issuer.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** The DID document with every key there ever was (rule 9). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = JSON.stringify(found(await findDidDocument(params.slug ?? '')))
  const types = ['application/did+ld+json', 'application/did+json', 'application/did', 'application/json']
  return serveDocument(request, { types, madeFrom: text, cacheControl: 'public, max-age=300' }, () => text)
}
