import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateFacts } from '~/documents/certificate-facts'
import { printCertificate } from '~/documents/certificate-print.server'
import { printableArtwork } from '~/domain/artwork.server'
import { findDocument } from '~/domain/credential.server'
import { findHouse } from '~/domain/institution.server'
import { findStanding, isPrinted, showCredential } from '~/domain/shown-credential.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { wordsIn } from '~/messages/messages'

/** The certificate, once the public page that its QR code leads to is on. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const standing = found(await findStanding(id))
  const credential = found(isPrinted(standing) ? await showCredential(standing) : null)
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, credential.awardedDate)
  const { holder, programme } = credential.sheet
  const serving = {
    types: ['application/pdf'],
    madeFrom: standing.digest,
    fileName: `${programme.title}, ${holder}.pdf`,
  }
  return serveDocument(request, serving, async () => {
    const bytes = Buffer.from(found(await findDocument(id, null)))
    const artwork = programme.artworkDigest ? await printableArtwork(programme.artworkDigest) : null
    const facts = certificateFacts(credential, { bytes, digest: sha256(bytes) }, words, artwork)
    const pdf = await printCertificate(facts)
    if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
    throw new Response(words.messages.credential.uncovered(words.format.list(pdf.uncovered)), { status: 422 })
  })
}
