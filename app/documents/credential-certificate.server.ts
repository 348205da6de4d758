import { printableArtwork } from '~/domain/artwork.server'
import { findDocument } from '~/domain/credential.server'
import { findHouse } from '~/domain/institution.server'
import type { ShownCredential } from '~/domain/shown-credential'
import { found } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { messagesIn } from '~/messages/messages'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { certificateFacts } from './certificate-facts'
import { houseAt } from './house-look.server'
import { printOnce } from './print-once.server'
import { sealPrint, underSeal } from './seal.server'

/**
 * The certificate of a credential whose page is on, in the institution’s language where none is asked for; or the
 * sentence that says which characters no face of ours has.
 */
export async function certificateOf(
  credential: ShownCredential, asked?: PaperLanguage,
): Promise<Uint8Array<ArrayBuffer> | { uncovered: string }> {
  const { language: spoken, timeZone } = await findHouse()
  const language = asked ?? paperLanguageOf(spoken)
  const words = paperWordsIn(language, timeZone, credential.awardedDate)
  const { programme } = credential.sheet
  const bytes = Buffer.from(found(await findDocument(credential.id, null)))
  const artwork = programme.artworkDigest ? await printableArtwork(programme.artworkDigest) : null
  const house = await houseAt(credential.awardedDate)
  const facts = certificateFacts(credential, { bytes, digest: sha256(bytes) }, words, house, artwork)
  const madeFrom = JSON.stringify([language, facts.credential.url, house.print, await sealPrint()])
  const pdf = await printOnce(madeFrom, renderer => {
    return underSeal(sealedBy => renderer.renderCertificate(facts, sealedBy))
  })
  if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
  return { uncovered: messagesIn(spoken).credential.uncovered(words.format.list(pdf.uncovered)) }
}
