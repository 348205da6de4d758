import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Frame } from '~/components/frame'
import { readFlash } from '~/lib/flash.server'
import { requirePerson } from '~/lib/session.server'
import type { loader as root } from '~/root'

/** Around everything that needs a sign-in. It decides nothing: each page asks for itself who is there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const roles = [...new Set(person.memberships.map(membership => membership.role))]
  return { person: { name: person.usedName, roles }, flash: readFlash(request) }
}

export default function App() {
  const { person, flash } = useLoaderData<typeof loader>()
  const institution = useRouteLoaderData<typeof root>('root')?.institution ?? ''
  return (
    <Frame person={person} institution={institution} flash={flash}>
      <Outlet />
    </Frame>
  )
}
