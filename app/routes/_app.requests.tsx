import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { WaitingRow } from '~/components/waiting-row'
import { listWaiting } from '~/domain/request-inbox.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ requests }) => requests.page)

/** Everybody has an inbox of their own; it is empty for who was never asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listWaiting(person, after)), isFirst: !after }
}

export default function Requests() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  const { requests } = useMessages()
  if (rows.length === 0 && isFirst) return <NobodyWaits />
  return (
    <>
      <PageTitle below={requests.note}>
        {isFirst ? requests.heading(rows.length, next !== null) : requests.olderHeading}
      </PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        <ul className="rows">
          {rows.map(row => (
            <WaitingRow key={row.id} row={row} />
          ))}
        </ul>
        <Pager olderHref={next && `/requests?after=${next}`} newestHref={isFirst ? null : '/requests'} />
      </div>
    </>
  )
}

function NobodyWaits() {
  const { empty } = useMessages().requests
  return (
    <>
      <PageTitle>{empty.heading}</PageTitle>
      <Section title={empty.title}>
        <p className="prose">{empty.what}</p>
      </Section>
    </>
  )
}
