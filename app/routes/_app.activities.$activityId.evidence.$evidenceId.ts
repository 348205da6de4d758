import type { LoaderFunctionArgs } from '@remix-run/node'
import { findFile } from '~/domain/evidence-file.server'
import { fileResponse } from '~/lib/file-response.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return fileResponse(found(await findFile(person, params.activityId ?? '', params.evidenceId ?? '')))
}
