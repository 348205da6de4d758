import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScannedRequest } from '~/components/scanned-request'
import { titled } from '~/components/titled'
import { askedOf } from '~/domain/endorser-page.server'
import { findScanned } from '~/domain/request-in-person.server'
import { browserCookie, browserOf } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { request: asked, path, isClosed } = await findScanned(params.token)
  return data(
    { asked: askedOf(asked), path, isClosed },
    { headers: { 'Set-Cookie': browserCookie(path, browserOf(request)) } },
  )
}

export default function Scanned() {
  return <ScannedRequest {...useLoaderData<typeof loader>()} reply={null} />
}
