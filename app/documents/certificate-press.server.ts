import { printableArtwork } from '~/domain/artwork.server'
import { findHouse } from '~/domain/institution.server'
import type { Printable } from '~/domain/printable.server'
import { sha256 } from '~/lib/token.server'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import type { CertificateFacts } from './certificate'
import { certificateFacts } from './certificate-facts'
import { houseLook } from './house-look.server'
import type { Renderer } from './renderer.server'
import { sealPrint, underSeal } from './seal.server'

/** Prints certificates in one language: what they have in common is found once, for one of them or for thousands. */
export interface CertificatePress {
  /** What the bytes of a certificate follow from. */
  madeFrom(printable: Printable): string
  /** Sealed. Throws UncoveredCharacters where a character can't be printed. */
  print(renderer: Renderer, printable: Printable): Promise<Buffer>
}

/** In the institution’s language where none is asked for. */
export async function certificatePress(asked?: PaperLanguage): Promise<CertificatePress> {
  const [{ language: spoken, timeZone }, look, seal] = await Promise.all([findHouse(), houseLook(), sealPrint()])
  const language = asked ?? paperLanguageOf(spoken)
  const artworks = new Map<string, Promise<Uint8Array>>()
  return {
    madeFrom: ({ url }) => JSON.stringify([language, url, look, seal]),
    print: async (renderer, printable) => {
      const facts = await factsOf(printable)
      return underSeal(sealedBy => renderer.renderCertificate(facts, sealedBy))
    },
  }

  async function factsOf(printable: Printable): Promise<CertificateFacts> {
    const words = paperWordsIn(language, timeZone, printable.awardedDate)
    const bytes = Buffer.from(printable.document)
    const { artworkDigest } = printable.sheet.programme
    const artwork = artworkDigest ? await artworkOf(artworkDigest) : null
    return certificateFacts(printable, { bytes, digest: sha256(bytes) }, words, look, artwork)
  }

  function artworkOf(digest: string): Promise<Uint8Array> {
    const known = artworks.get(digest) ?? printableArtwork(digest)
    artworks.set(digest, known)
    return known
  }
}
