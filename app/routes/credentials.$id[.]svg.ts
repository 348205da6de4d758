import type { LoaderFunctionArgs } from '@remix-run/node'
import { serveBaked } from '~/documents/baked-credential.server'
import { findToBake } from '~/domain/elsewhere.server'
import { bakeIntoSvg } from '~/standards/bake'

/** The signed credential in the emblem of its programme, as a drawing. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  return serveBaked(request, actor => findToBake(id, actor), ['image/svg+xml', 'svg'], ({ svg }, document) => bakeIntoSvg(svg, document))
}
