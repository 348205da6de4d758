import { useLoaderData } from '@remix-run/react'
import { Statement } from '~/components/statement'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ about }) => about.privacy.title)

export async function loader() {
  const { name, contactEmail } = await findHouse()
  return { institution: name, contact: contactEmail }
}

export default function Privacy() {
  const { institution, contact } = useLoaderData<typeof loader>()
  const { about } = useMessages()
  return (
    <Statement
      institution={institution}
      heading={about.privacy.heading}
      intro={about.privacy.intro(institution)}
      sections={about.privacy.sections(contact)}
      ask={about.privacy.ask(contact)}
    />
  )
}
