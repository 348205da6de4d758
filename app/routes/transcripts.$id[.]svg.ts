import type { LoaderFunctionArgs } from '@remix-run/node'
import { serveBaked } from '~/documents/baked-credential.server'
import { findTranscriptToBake } from '~/domain/transcript-picture.server'
import { bakeIntoSvg } from '~/standards/bake'

/** The signed record in the emblem of transcripts, as a drawing. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  return serveBaked(request, actor => findTranscriptToBake(id, actor), ['image/svg+xml', 'svg'], ({ svg }, document) => bakeIntoSvg(svg, document))
}
