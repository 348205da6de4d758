import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { OpportunityFilters, type Asked } from '~/components/opportunity-filters'
import { OpportunityList, OpportunityPager } from '~/components/opportunity-list'
import { PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { categories } from '~/domain/activity'
import { listCompetencyNames } from '~/domain/framework.server'
import { opportunityRow } from '~/domain/opportunity-list'
import { listOpportunities } from '~/domain/opportunity.server'
import { mayKeepOpportunities, mayLogActivities } from '~/domain/policy'
import { expectationOf, lookAhead } from '~/domain/prospect.server'
import { listUnits } from '~/domain/unit.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ opportunities }) => opportunities.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const query = new URL(request.url).searchParams
  const asked = askedIn(query)
  const after = query.get('after')
  const filters = {
    search: asked.search,
    unitId: asked.unit || null,
    category: categories.find(category => category === asked.category) ?? null,
    competencyId: asked.competency || null,
  }
  const [{ rows, next }, units, competencies, ahead] = await Promise.all([
    listOpportunities(person, filters, after),
    listUnits(person.institutionId),
    listCompetencyNames(person.institutionId),
    mayLogActivities(person) ? lookAhead(person) : null,
  ])
  return {
    rows: rows.map(row => ({ ...opportunityRow(row), towards: ahead?.towards(expectationOf(row)) ?? [] })),
    next: next && addressOf(asked, next),
    first: after && addressOf(asked),
    asked,
    units: units.map(({ id, name }) => ({ id, name })),
    competencies,
    may: { propose: mayLogActivities(person), keep: mayKeepOpportunities(person) },
  }
}

function askedIn(query: URLSearchParams): Asked {
  const of = (name: string) => query.get(name)?.slice(0, 100) ?? ''
  return { search: of('q'), unit: of('unit'), category: of('kind'), competency: of('shows') }
}

function addressOf({ search, unit, category, competency }: Asked, after = '') {
  const asked = Object.entries({ q: search, unit, kind: category, shows: competency, after })
  return `/opportunities?${new URLSearchParams(asked.filter(([, value]) => value))}`
}

export default function Opportunities() {
  const { rows, next, first, asked, units, competencies } = useLoaderData<typeof loader>()
  const { opportunities: words } = useMessages()
  const isFiltered = Object.values(asked).some(Boolean)
  const heading = isFiltered ? words.found : words.heading
  return (
    <>
      <PageTitle actions={<Ways />}>
        {first ? words.furtherHeading : heading(rows.length, next !== null)}
      </PageTitle>
      <div className="grid gap-8 border-t border-line pb-12 pt-6">
        <OpportunityFilters {...{ asked, units, competencies }} />
        <div>
          {rows.length === 0 && <p className="prose">{words.nothing}</p>}
          <OpportunityList rows={rows} />
          <OpportunityPager next={next} first={first} />
        </div>
      </div>
    </>
  )
}

function Ways() {
  const { may } = useLoaderData<typeof loader>()
  const { opportunities: words } = useMessages()
  return (
    <>
      {may.keep && <LinkButton to="/opportunities/proposals">{words.toProposals}</LinkButton>}
      {(may.keep || may.propose) && (
        <LinkButton icon="plus" to="/opportunities/new">
          {may.keep ? words.add : words.propose}
        </LinkButton>
      )}
    </>
  )
}
