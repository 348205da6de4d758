import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConcernList } from '~/components/concern-list'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { titled } from '~/components/titled'
import { listConcerns } from '~/domain/concern.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ concerns }) => concerns.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const asked = new URL(request.url).searchParams
  const status = asked.has('closed') ? 'closed' : 'open'
  const after = asked.get('after')
  return { ...(await listConcerns(person, status, after)), status, isFirst: !after } as const
}

export default function Concerns() {
  const { rows, next, status, isFirst } = useLoaderData<typeof loader>()
  const { concerns } = useMessages()
  const isOpen = status === 'open'
  const here = isOpen ? '/concerns?' : '/concerns?closed&'
  return (
    <>
      <PageTitle below={concerns.note}>
        {isOpen ? concerns.heading(rows.length, next !== null) : concerns.headingClosed}
      </PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        {rows.length > 0 ? (
          <ConcernList rows={rows} />
        ) : (
          <p className="prose">{isOpen ? concerns.none : concerns.noneClosed}</p>
        )}
        <Pager olderHref={next && `${here}after=${next}`} newestHref={isFirst ? null : here.slice(0, -1)} />
        <p className="mt-8">
          <a className="link inline-block py-1" href={isOpen ? '/concerns?closed' : '/concerns'}>
            {isOpen ? concerns.toClosed : concerns.toOpen}
          </a>
        </p>
      </div>
    </>
  )
}
