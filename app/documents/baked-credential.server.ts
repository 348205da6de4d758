import { keptArtwork } from '~/domain/artwork.server'
import type { ToBake } from '~/domain/elsewhere.server'
import { findHouse } from '~/domain/institution.server'
import type { Actor } from '~/domain/policy'
import { PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { drawnEmblem, type DrawnEmblem } from './drawn-pictures.server'

type Bake = (emblem: DrawnEmblem, document: string) => BodyInit

/** What a signed document is baked into, for whoever is given the document itself; null for everybody else. */
type FindToBake = (actor: Actor | null) => Promise<ToBake | null>

/** The emblem with the signed document in it. Nobody on the way may slim it. */
export async function serveBaked(
  request: Request, findToBake: FindToBake, [type, ending]: [string, string], bake: Bake,
): Promise<Response> {
  const actor = await findActor(request)
  const { document, emblem, artworkDigest, name } = found(await findToBake(actor))
  const { language } = await findHouse()
  const serving = {
    types: [type],
    madeFrom: document,
    cacheControl: `${actor ? PRIVATE : REVALIDATED}, no-transform`,
    fileName: `${name}.${ending}`,
  }
  const findArtwork = async () => (artworkDigest ? keptArtwork(artworkDigest) : null)
  const response = await serveDocument(request, serving, async () => {
    return bake(await drawnEmblem({ emblem, language }, findArtwork), document)
  })
  response.headers.set('Content-Security-Policy', "sandbox; default-src 'none'; img-src data:")
  response.headers.set('Cross-Origin-Resource-Policy', actor ? 'same-origin' : 'cross-origin')
  return response
}
