import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OpportunityList, OpportunityPager } from '~/components/opportunity-list'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { opportunityRow } from '~/domain/opportunity-list'
import { listProposals } from '~/domain/opportunity-page.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ opportunities }) => opportunities.proposed.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  const { rows, next } = await listProposals(person, after)
  return {
    rows: rows.map(opportunityRow),
    next: next && `/opportunities/proposals?after=${next}`,
    isFirst: !after,
  }
}

export default function Proposals() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  const { opportunities } = useMessages()
  const { proposed: words } = opportunities
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/opportunities', words: opportunities.page }} />}
        below={rows.length > 0 && words.below}
      >
        {words.heading(rows.length, next !== null)}
      </PageTitle>
      <div className="border-t border-line pb-12 pt-6">
        {rows.length === 0 && <p className="prose">{words.empty}</p>}
        <OpportunityList rows={rows} />
        <OpportunityPager next={next} first={isFirst ? null : '/opportunities/proposals'} />
      </div>
    </>
  )
}
