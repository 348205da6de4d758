import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSharedEndorsement } from '~/domain/endorsement-record.server'
import { CREDENTIAL_TYPES } from '~/lib/accept.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** The signed endorsement, byte for byte. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = found(await findSharedEndorsement(params.id ?? ''))
  return serveDocument(request, { types: CREDENTIAL_TYPES, madeFrom: text }, () => text)
}
