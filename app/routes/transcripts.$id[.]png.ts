import type { LoaderFunctionArgs } from '@remix-run/node'
import { serveBaked } from '~/documents/baked-credential.server'
import { findTranscriptToBake } from '~/domain/transcript-picture.server'
import { bakeIntoPng } from '~/standards/bake'

/** The signed record in the emblem of transcripts, as a picture. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  return serveBaked(request, actor => findTranscriptToBake(id, actor), ['image/png', 'png'], ({ png }, document) => new Uint8Array(bakeIntoPng(png, document)))
}
