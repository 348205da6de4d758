import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { findCrest } from '~/domain/crest.server'
import { PRIVATE } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'

/** The crest in use, for the page that it is changed on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const { stream } = found(await findCrest(person))
  return new Response(createReadableStreamFromReadable(stream()), {
    headers: {
      'Content-Type': 'image/png',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': PRIVATE,
    },
  })
}
