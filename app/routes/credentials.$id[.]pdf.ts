import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateOf } from '~/documents/credential-certificate.server'
import { sealPrint } from '~/documents/seal.server'
import { findStanding, isPrinted, showCredential } from '~/domain/shown-credential.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** The certificate, once the public page that its QR code leads to is on. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const standing = found(await findStanding(id))
  const credential = found(isPrinted(standing) ? await showCredential(standing) : null)
  const { holder, programme } = credential.sheet
  const serving = {
    types: ['application/pdf'],
    madeFrom: `${standing.digest} ${await sealPrint()}`,
    fileName: `${programme.title}, ${holder}.pdf`,
  }
  return serveDocument(request, serving, async () => {
    const pdf = await certificateOf(credential)
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
