import type { LoaderFunctionArgs } from '@remix-run/node'
import { findStatusList } from '~/domain/status-list.server'
import { madeNow, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** The signed list, the same for whoever asks about whichever credential. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = found(await madeNow(findStatusList(params.listId ?? '')))
  const types = ['application/vc', 'application/json', 'application/ld+json', 'application/vc+ld+json']
  return serveDocument(request, { types, madeFrom: text, cacheControl: 'public, max-age=60' }, () => text)
}
