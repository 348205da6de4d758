import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { RecordList, RecordSearch, type RecordsAsked } from '~/components/record-list'
import { titled } from '~/components/titled'
import { submittedStates } from '~/domain/activity'
import { mayExport } from '~/domain/policy'
import { listRecords } from '~/domain/record-list.server'
import { listKeptUnits } from '~/domain/unit.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ records }) => records.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const reviewer = await requirePerson(request)
  const query = new URL(request.url).searchParams
  const of = (name: string) => query.get(name)?.slice(0, 100) ?? ''
  const asked = { search: of('q'), unit: of('unit'), status: of('state') }
  const after = query.get('after')
  const filters = {
    search: asked.search,
    status: submittedStates.find(state => state === asked.status) ?? null,
    unitId: asked.unit || null,
  }
  const { rows, next } = await listRecords(reviewer, filters, after)
  const units = (await listKeptUnits(reviewer)).map(({ id, name }) => ({ id, name }))
  return { rows, next: next && addressOf(asked, next), first: after && addressOf(asked), asked, units, mayExport: mayExport(reviewer) }
}

function addressOf({ search, unit, status }: RecordsAsked, after = '') {
  const asked = Object.entries({ q: search, unit, state: status, after })
  return `/records?${new URLSearchParams(asked.filter(([, value]) => value))}`
}

export default function Records() {
  const { rows, next, first, asked, units, mayExport } = useLoaderData<typeof loader>()
  const { records, common, exports, paperRuns, transcriptIssue } = useMessages()
  const heading = Object.values(asked).some(Boolean) ? records.found : records.heading
  return (
    <>
      <PageTitle
        below={records.below}
        actions={mayExport && (
          <>
            <LinkButton icon="file-text" to="/records/transcripts">{transcriptIssue.page}</LinkButton>
            <LinkButton icon="layers" to="/paper-runs">{paperRuns.open}</LinkButton>
            <LinkButton icon="download" to="/exports">{exports.toExports}</LinkButton>
          </>
        )}
      >
        {first ? records.furtherHeading : heading(rows.length, next !== null)}
      </PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        <RecordSearch asked={asked} units={units} />
        {rows.length === 0 && <p className="prose">{next ? records.furtherBack : records.nothing}</p>}
        <RecordList rows={rows} />
        {(next || first) && (
          <nav className="mt-6 flex flex-wrap gap-3" aria-label={common.pager.of}>
            {next && (
              <LinkButton isSmall to={next}>
                {records.next}
              </LinkButton>
            )}
            {first && (
              <LinkButton isSmall tone="quiet" to={first}>
                {records.first}
              </LinkButton>
            )}
          </nav>
        )}
      </div>
    </>
  )
}
