import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Qr } from '~/components/qr'
import { titled } from '~/components/titled'
import { findShown } from '~/domain/request-in-person.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ written }) => written.show.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const asked = new URL(request.url).searchParams.get('request') ?? ''
  return findShown(student, params.activityId ?? '', asked)
}

export default function ShowQr() {
  const { activityId, title, endorser, mailbox, url } = useLoaderData<typeof loader>()
  const { written, activity } = useMessages()
  const { show } = written
  const who = endorser || activity.somebody
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/activities/${activityId}`, words: title }} />}>
        {url ? show.heading(who) : show.closed}
      </PageTitle>
      {url && (
        <div className="grid items-start gap-8 border-t border-line py-8 md:grid-cols-[auto_minmax(0,1fr)]">
          <Qr value={url} label={show.label(who)} size={272} />
          <ol className="grid max-w-[50ch] list-decimal gap-3 ps-5">
            {show.steps(mailbox).map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}
