import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAsked } from '~/domain/endorser-page.server'
import { findFile } from '~/domain/evidence.server'
import { fileResponse } from '~/lib/file-response.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'

/** A file of the asked revision, after the code only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer } = await findAsked(params.token, await findActor(request), readVisitKey(request))
  return fileResponse(found(await findFile(found(answerer), asked.activityId, params.evidenceId ?? '')))
}
