import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { listAwardDesk } from '~/domain/award-list.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ awards }) => awards.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return { programmes: await listAwardDesk(await requirePerson(request)) }
}

export default function Awards() {
  const { programmes } = useLoaderData<typeof loader>()
  const { awards, housePapers, corrections, programme: words } = useMessages()
  const ready = programmes.reduce((sum, programme) => sum + programme.ready, 0)
  const isMore = programmes.some(programme => programme.isMore)
  if (programmes.length === 0) return <PageTitle below={awards.none.words} actions={<LinkButton to="/papers">{housePapers.title}</LinkButton>}>{awards.none.title}</PageTitle>
  return (
    <>
      <PageTitle
        actions={
          <>
            <LinkButton to="/awards/expiring">{awards.expiring}</LinkButton>
            <LinkButton to="/corrections">{corrections.page}</LinkButton>
            <LinkButton to="/papers">{housePapers.title}</LinkButton>
          </>
        }
      >
        {awards.heading(ready, isMore)}
      </PageTitle>
      <Section title={awards.programmes} note={awards.programmesNote}>
        <ul className="rows">
          {programmes.map(({ id, title, level, ready, isMore }) => (
            <li key={id} className="held-row">
              <div>
                <a className="quiet-link font-medium" href={`/awards/${id}`}>{title}</a>
                <p className="label">{words.level[level]}</p>
              </div>
              <p className="num">{awards.readyCount(ready, isMore)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
