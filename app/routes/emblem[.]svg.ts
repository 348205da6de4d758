import type { LoaderFunctionArgs } from '@remix-run/node'
import { emblemFile } from '~/components/emblem-drawing'

/** One address, one drawing, for ever: it holds nothing that is anybody's, and credentials name it. */
export function loader({ request }: LoaderFunctionArgs) {
  return new Response(emblemFile(new URL(request.url).searchParams), {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
