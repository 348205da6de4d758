import type { LoaderFunctionArgs } from '@remix-run/node'
import { cardFacts } from '~/documents/card-facts'
import { drawnCard } from '~/documents/drawn-pictures.server'
import { keptArtwork } from '~/domain/artwork.server'
import { findShownElsewhere } from '~/domain/elsewhere.server'
import { findHouse } from '~/domain/institution.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { wordsIn } from '~/messages/messages'

/** What other sites show beside the address of a shared credential. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { credential, digest } = found(await findShownElsewhere(id))
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, credential.awardedDate)
  const { artworkDigest } = credential.sheet.programme
  const response = await serveDocument(request, { types: ['image/png'], madeFrom: digest }, () => {
    const facts = cardFacts(credential, sha256(digest), words)
    return drawnCard(facts, async () => (artworkDigest ? keptArtwork(artworkDigest) : null)).then(png => new Uint8Array(png))
  })
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  return response
}
