import type { LoaderFunctionArgs } from '@remix-run/node'
import { serveBaked } from '~/documents/baked-credential.server'
import { findToBake } from '~/domain/elsewhere.server'
import { bakeIntoPng } from '~/standards/bake'

/** The signed credential in the emblem of its programme, as a picture. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  return serveBaked(request, actor => findToBake(id, actor), ['image/png', 'png'], ({ png }, document) => new Uint8Array(bakeIntoPng(png, document)))
}
