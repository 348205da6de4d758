import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPartnerEndorsement } from '~/domain/partner.server'
import { CREDENTIAL_TYPES } from '~/lib/accept.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** What an organisation said of a programme, signed, byte for byte: this address is its id. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = found(await findPartnerEndorsement(params.id ?? ''))
  return serveDocument(request, { types: CREDENTIAL_TYPES, madeFrom: text }, () => text)
}
