import type { LoaderFunctionArgs } from '@remix-run/node'
import { findJwt } from '~/domain/credential-jwt.server'
import { madeNow, PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

/** The signed credential as a JWT, for whom it is there as JSON. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const text = found(await madeNow(findJwt(id, actor)))
  const cacheControl = actor ? PRIVATE : REVALIDATED
  return serveDocument(
    request,
    { types: ['text/plain'], madeFrom: text, cacheControl, fileName: `credential-${id}.jwt` },
    () => text,
  )
}
