import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { RosterList } from '~/components/roster-list'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { listRosters } from '~/domain/roster-page.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ roster }) => roster.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const before = new URL(request.url).searchParams.get('before')
  return { ...(await listRosters(person, before)), isFirst: !before }
}

export default function Rosters() {
  const { rosters, older, isFirst } = useLoaderData<typeof loader>()
  const { roster: words } = useMessages()
  const create = (
    <LinkButton tone="primary" icon="plus" to="/rosters/new">
      {words.create}
    </LinkButton>
  )
  return (
    <>
      <PageTitle below={words.note} actions={rosters.length > 0 && create}>
        {words.heading}
      </PageTitle>
      <div className="border-t border-line pb-12 pt-6">
        {rosters.length === 0 && isFirst ? (
          <Empty title={words.empty} action={create}>
            <p>{words.emptyNote}</p>
          </Empty>
        ) : (
          <RosterList rosters={rosters} />
        )}
        <Pager olderHref={older && `/rosters?before=${older}`} newestHref={isFirst ? null : '/rosters'} />
      </div>
    </>
  )
}
