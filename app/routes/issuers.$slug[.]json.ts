import type { LoaderFunctionArgs } from '@remix-run/node'
import { findProfile } from '~/domain/issuer.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** The issuer as an Open Badges profile. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = JSON.stringify(found(await findProfile(params.slug ?? '')))
  return serveDocument(
    request,
    { types: ['application/json', 'application/ld+json'], madeFrom: text },
    () => text,
  )
}
