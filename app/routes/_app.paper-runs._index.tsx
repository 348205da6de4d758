import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { PaperRunList } from '~/components/paper-run-list'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { listPaperRuns } from '~/domain/paper-run-page.server'
import { seesWholeRecords } from '~/domain/policy'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ paperRuns }) => paperRuns.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  const scope = seesWholeRecords(actor) ? ('all' as const) : ('shared' as const)
  return { ...(await listPaperRuns(actor, after)), scope, isFurther: after !== null }
}

export default function PaperRuns() {
  const { runs, next, scope, isFurther } = useLoaderData<typeof loader>()
  const { paperRuns: words } = useMessages()
  return (
    <>
      <PageTitle
        below={words.below[scope]}
        actions={
          <>
            <LinkButton tone="primary" icon="award" to="/paper-runs/new/certificates">{words.begin.certificate}</LinkButton>
            <LinkButton icon="file-text" to="/paper-runs/new/transcripts">{words.begin.transcript}</LinkButton>
          </>
        }
      >
        {words.heading}
      </PageTitle>
      {runs.length === 0 && !isFurther && <Empty title={words.none.title}><p>{words.none.words}</p></Empty>}
      <PaperRunList runs={runs} />
      <Pager olderHref={next && `/paper-runs?after=${next}`} newestHref={isFurther ? '/paper-runs' : null} />
    </>
  )
}
