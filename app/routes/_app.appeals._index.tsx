import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AppealList } from '~/components/appeal-list'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { titled } from '~/components/titled'
import { listAppeals } from '~/domain/appeal-list.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ appeals }) => appeals.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listAppeals(person, after)), isFirst: !after }
}

export default function Appeals() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  const { appeals } = useMessages()
  return (
    <>
      <PageTitle below={appeals.note}>{appeals.heading(rows.length, next !== null)}</PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        {rows.length > 0 ? <AppealList rows={rows} /> : <p className="prose">{appeals.none}</p>}
        <Pager olderHref={next && `/appeals?after=${next}`} newestHref={isFirst ? null : '/appeals'} />
      </div>
    </>
  )
}
