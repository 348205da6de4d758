import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateOf } from '~/documents/credential-certificate.server'
import { houseOn } from '~/documents/house-look.server'
import { sealPrint } from '~/documents/seal.server'
import { dayOf } from '~/domain/day'
import { findHouse } from '~/domain/institution.server'
import { findStanding, isPrinted, sheetFor } from '~/domain/shown-credential.server'
import { serveDocument } from '~/lib/document.server'
import { allowed, found } from '~/lib/refusal'
import { paperLanguageOf } from '~/messages/paper-languages'

/** The certificate, in the language that is asked for (`?language=`) or the institution's, once the public page that its QR code leads to is on. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const standing = found(await findStanding(id))
  allowed(isPrinted(standing))
  const asked = new URL(request.url).searchParams.get('language')
  const { language: spoken, timeZone } = await findHouse()
  const language = paperLanguageOf(asked ?? spoken)
  const { holder, programme } = await sheetFor(standing)
  const serving = {
    types: ['application/pdf'],
    madeFrom: JSON.stringify([language, standing.digest, (await houseOn(dayOf(standing.awardedDate, timeZone))).print, await sealPrint()]),
    fileName: `${programme.title}, ${holder}.pdf`,
  }
  return serveDocument(request, serving, async () => {
    const pdf = await certificateOf(id, language)
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
