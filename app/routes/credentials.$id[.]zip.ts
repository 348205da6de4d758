import type { LoaderFunctionArgs } from '@remix-run/node'
import { credentialBundle } from '~/documents/credential-bundle.server'
import { findDocument } from '~/domain/credential.server'
import { findStanding } from '~/domain/shown-credential.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { zipReply } from '~/lib/zip-reply.server'

const MOST_PARTS = 500

/** The offline bundle: for anyone while shared, for its holder always, who may open parts of what is sealed. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  found(await findDocument(id, actor))
  const standing = found(await findStanding(id))
  const parts = new URL(request.url).searchParams.getAll('part').slice(0, MOST_PARTS)
  return zipReply(`credential-${id}.zip`, credentialBundle(standing, actor, parts))
}
