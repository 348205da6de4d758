import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { findArtwork } from '~/domain/artwork.server'
import { PRIVATE } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'

/** One address, one picture, for ever: issued credentials name it, and anybody's page may show it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { bytes, isPublic, stream } = found(await findArtwork(params.digest ?? '', () => findActor(request)))
  return new Response(createReadableStreamFromReadable(stream()), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': isPublic ? 'cross-origin' : 'same-origin',
      'Cache-Control': isPublic ? 'public, max-age=31536000, immutable' : PRIVATE,
      ...(isPublic && { 'Access-Control-Allow-Origin': '*' }),
    },
  })
}
