import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Sheet } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { findMail, isMailboxOpen } from '~/lib/mailbox.server'
import { allowed, found } from '~/lib/refusal'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ localMail }) => localMail.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowed(isMailboxOpen(request))
  const { name: institution } = await findHouse()
  const { to, subject, date, text } = found(await findMail(params['name'] ?? ''))
  return { institution, letter: { to, subject, date, text } }
}

export default function LocalLetter() {
  const { institution, letter } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { localMail } = messages
  return (
    <StrangerFrame institution={institution} width="middle">
      <PageTitle
        above={<Crumbs back={{ to: '/dev/mail', words: localMail.back }} />}
        below={`${localMail.to(letter.to)}, ${format.moment(letter.date)}`}
      >
        {letter.subject}
      </PageTitle>
      <Sheet>
        <p className="whitespace-pre-line">{letter.text.split(/(https?:\/\/\S+)/).map(linked)}</p>
      </Sheet>
    </StrangerFrame>
  )
}

/** Every second part is an address. */
const linked = (part: string, at: number) =>
  at % 2 ? (
    <a key={at} className="link" href={part}>
      {part}
    </a>
  ) : (
    part
  )
