import type { LoaderFunctionArgs } from '@remix-run/node'
import { transcriptBundle } from '~/documents/transcript-bundle.server'
import { findTranscriptToBake } from '~/domain/transcript-picture.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { zipReply } from '~/lib/zip-reply.server'

/** The offline bundle: for anyone while shared, for its holder always. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const toBake = found(await findTranscriptToBake(id, await findActor(request)))
  return zipReply(`transcript-${id}.zip`, transcriptBundle(toBake))
}
