import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDocument } from '~/domain/written-confirmation.server'
import { fileResponse } from '~/lib/file-response.server'
import { requirePerson } from '~/lib/session.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return fileResponse(await findDocument(person, params.activityId ?? '', params.documentId ?? ''))
}
