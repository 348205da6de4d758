import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OutlookCards } from '~/components/outlook-cards'
import { PageTitle } from '~/components/page-title'
import { Pathway } from '~/components/pathway'
import { Empty, Section } from '~/components/section'
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
  return listOutlooks(person)
}

export default function Programmes() {
  const { outlooks, pathways } = useLoaderData<typeof loader>()
  const { outlook, pathway: words } = useMessages()
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
      {pathways.length > 0 && (
        <Section title={words.title} note={words.note}>
          <div className="grid gap-10">
            {pathways.map(pathway => (
              <Pathway key={pathway.stops[0]?.seriesId} pathway={pathway} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}
