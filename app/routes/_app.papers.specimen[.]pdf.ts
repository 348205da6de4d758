import type { LoaderFunctionArgs } from '@remix-run/node'
import { printSpecimen } from '~/documents/house-specimen.server'
import { findHouse } from '~/domain/institution.server'
import { disposition } from '~/lib/disposition.server'
import { PRIVATE } from '~/lib/document.server'
import { requirePerson } from '~/lib/session.server'
import { housePapers as says } from '~/messages/en/house-papers'

/** A certificate that nobody earned, in the look of now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const pdf = await printSpecimen(person)
  const headers = { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex' }
  if (!(pdf instanceof Uint8Array)) return new Response(pdf.uncovered, { status: 422, headers })
  const name = says.specimenOf.file((await findHouse()).name)
  return new Response(pdf, { headers: { ...headers, 'Content-Type': 'application/pdf', 'Content-Disposition': disposition('inline', name) } })
}
