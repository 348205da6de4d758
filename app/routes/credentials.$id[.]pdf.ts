import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateOf } from '~/documents/credential-certificate.server'
import { houseAt } from '~/documents/house-look.server'
import { sealPrint } from '~/documents/seal.server'
import { findHouse } from '~/domain/institution.server'
import { findStanding, isPrinted, showCredential } from '~/domain/shown-credential.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { paperLanguageOf } from '~/messages/paper-languages'

/** The certificate, in the language that is asked for (`?language=`) or the institution's, once the public page that its QR code leads to is on. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const standing = found(await findStanding(id))
  const credential = found(isPrinted(standing) ? await showCredential(standing) : null)
  const asked = new URL(request.url).searchParams.get('language')
  const language = paperLanguageOf(asked ?? (await findHouse()).language)
  const { holder, programme } = credential.sheet
  const serving = {
    types: ['application/pdf'],
    madeFrom: JSON.stringify([language, standing.digest, (await houseAt(credential.awardedDate)).print, await sealPrint()]),
    fileName: `${programme.title}, ${holder}.pdf`,
  }
  return serveDocument(request, serving, async () => {
    const pdf = await certificateOf(credential, language)
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
