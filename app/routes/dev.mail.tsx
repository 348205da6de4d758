import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageTitle } from '~/components/page-title'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { isMailboxOpen, listMail } from '~/lib/mailbox.server'
import { allowed } from '~/lib/refusal'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ localMail }) => localMail.title)

export async function loader({ request }: LoaderFunctionArgs) {
  allowed(isMailboxOpen(request))
  const { name: institution } = await findHouse()
  const letters = await listMail()
  return { institution, letters: letters.map(({ name, to, subject, date }) => ({ name, to, subject, date })) }
}

export default function LocalMail() {
  const { institution, letters } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { localMail } = messages
  return (
    <StrangerFrame institution={institution} width="middle">
      <PageTitle above={localMail.title} below={localMail.note}>
        {localMail.heading(letters.length)}
      </PageTitle>
      <ul className="rows border-t border-line pb-12">
        {letters.map(({ name, to, subject, date }) => (
          <li key={name} className="py-4">
            <a className="link" href={`/dev/mail/${name}`}>
              {subject}
            </a>
            <span className="label num block">
              {localMail.to(to)}, {format.moment(date)}
            </span>
          </li>
        ))}
      </ul>
    </StrangerFrame>
  )
}
