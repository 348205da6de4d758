import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScannedRequest } from '~/components/scanned-request'
import { titled } from '~/components/titled'
import { askedOf } from '~/domain/endorser-page.server'
import { findScanned, scanPath } from '~/domain/request-in-person.server'
import { browserCookie, browserOf } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await findScanned(params.token)
  const path = scanPath(asked.id)
  return data(
    { asked: askedOf(asked), path },
    { headers: { 'Set-Cookie': browserCookie(path, browserOf(request)) } },
  )
}

export default function Scanned() {
  const { asked, path } = useLoaderData<typeof loader>()
  return <ScannedRequest asked={asked} path={path} reply={null} />
}
