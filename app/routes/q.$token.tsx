import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScannedRequest } from '~/components/scanned-request'
import { titled } from '~/components/titled'
import { findScanned } from '~/domain/request-in-person.server'
import { browserCookie, browserOf } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, house, path } = await findScanned(params.token)
  return data({ asked, house, path }, { headers: { 'Set-Cookie': browserCookie(path, browserOf(request)) } })
}

export default function Scanned() {
  return <ScannedRequest {...useLoaderData<typeof loader>()} reply={null} />
}
