import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { Frame } from '~/components/frame'
import { findHouse } from '~/domain/institution.server'
import { forgetFlash, readFlash } from '~/lib/flash.server'
import { requirePerson } from '~/lib/session.server'

/** Around everything that needs a sign-in. It decides nothing: each page asks for itself who is there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const { name: institution } = await findHouse()
  const roles = [...new Set(person.memberships.map(membership => membership.role))]
  const flash = readFlash(request)
  const shown = { person: { name: person.usedName, roles }, institution, flash }
  return data(shown, flash ? { headers: { 'Set-Cookie': forgetFlash } } : {})
}

export default function App() {
  const { person, institution, flash } = useLoaderData<typeof loader>()
  return (
    <Frame person={person} institution={institution} flash={flash}>
      <Outlet />
    </Frame>
  )
}
