import { printableArtwork } from '~/domain/artwork.server'
import { dayOf } from '~/domain/day'
import { findHouse } from '~/domain/institution.server'
import type { Printable } from '~/domain/printable.server'
import { sha256 } from '~/lib/token.server'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import type { CertificateFacts } from './certificate'
import { certificateFacts } from './certificate-facts'
import { houseOn } from './house-look.server'
import type { Renderer } from './renderer.server'
import { sealPrint, underSeal } from './seal.server'

/** Prints certificates in one language: what they have in common is found once, for one of them or for thousands. */
export interface CertificatePress {
  /** What the bytes of a certificate follow from. */
  madeFrom(printable: Printable): Promise<string>
  /** Sealed. Throws UncoveredCharacters where a character can't be printed. */
  print(renderer: Renderer, printable: Printable): Promise<Buffer>
}

/** In the institution’s language where none is asked for. */
export async function certificatePress(asked?: PaperLanguage): Promise<CertificatePress> {
  const [{ language: spoken, timeZone }, seal] = await Promise.all([findHouse(), sealPrint()])
  const language = asked ?? paperLanguageOf(spoken)
  const artworkOf = remembering(printableArtwork)
  // Who signed is a matter of the day, and many are awarded on one.
  const houseOf = remembering(houseOn)
  return {
    madeFrom: async ({ url, awardedDate }) => JSON.stringify([language, url, (await houseOf(dayOf(awardedDate, timeZone))).print, seal]),
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
    const house = await houseOf(dayOf(printable.awardedDate, timeZone))
    return certificateFacts(printable, { bytes, digest: sha256(bytes) }, words, house, artwork)
  }
}

/** Asked again, it answers as it did. */
function remembering<Answer>(find: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return key => {
    const answer = answers.get(key) ?? find(key)
    answers.set(key, answer)
    return answer
  }
}
