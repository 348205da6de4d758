import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CorrectionList } from '~/components/correction-list'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { titled } from '~/components/titled'
import { listCorrections } from '~/domain/correction-page.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ corrections }) => corrections.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listCorrections(person, after)), isFirst: !after }
}

export default function Corrections() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  const { corrections } = useMessages()
  return (
    <>
      <PageTitle below={corrections.note}>{corrections.heading(rows.length, next !== null)}</PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        {rows.length > 0 ? <CorrectionList rows={rows} /> : <p className="prose">{corrections.none}</p>}
        <Pager olderHref={next && `/corrections?after=${next}`} newestHref={isFirst ? null : '/corrections'} />
      </div>
    </>
  )
}
