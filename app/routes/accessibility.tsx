import { useLoaderData } from '@remix-run/react'
import { Statement } from '~/components/statement'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ about }) => about.accessibility.title)

export async function loader() {
  const { name, contactEmail } = await findHouse()
  return { institution: name, contact: contactEmail }
}

export default function Accessibility() {
  const { institution, contact } = useLoaderData<typeof loader>()
  const { about } = useMessages()
  return (
    <Statement
      institution={institution}
      heading={about.accessibility.heading}
      intro={about.accessibility.intro}
      sections={about.accessibility.sections}
      ask={about.accessibility.ask(contact)}
    />
  )
}
