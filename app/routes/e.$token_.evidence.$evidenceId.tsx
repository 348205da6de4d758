import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedBy } from '~/domain/asked.server'
import { findFile } from '~/domain/evidence-file.server'
import { fileResponse } from '~/lib/file-response.server'
import { found } from '~/lib/refusal'

/** A file of the asked revision, after the code only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer } = await askedBy({ request, params })
  return fileResponse(found(await findFile(found(answerer), asked.activityId, params.evidenceId ?? '')))
}
