import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OutlookCards } from '~/components/outlook-cards'
import { PageTitle } from '~/components/page-title'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { has } from '~/domain/policy'
import { listOutlooks } from '~/domain/programme-page.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ outlook }) => outlook.page)

/** Whoever does not study here has no progress to look at, and reads the programmes as anyone does. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  if (!has(person, 'student')) throw redirect('/catalogue')
  return { outlooks: await listOutlooks(person) }
}

export default function Programmes() {
  const { outlooks } = useLoaderData<typeof loader>()
  const { outlook } = useMessages()
  const complete = outlooks.filter(({ isMet, isHeld }) => isMet || isHeld).length
  return (
    <>
      <PageTitle below={outlooks.length > 0 && outlook.below}>
        {outlook.heading(outlooks.length, complete)}
      </PageTitle>
      <div className="border-t border-line py-10">
        {outlooks.length === 0 && (
          <Empty title={outlook.page}>
            <p>{outlook.empty}</p>
          </Empty>
        )}
        <h2 className="sr-only">{outlook.page}</h2>
        <OutlookCards outlooks={outlooks} />
      </div>
    </>
  )
}
