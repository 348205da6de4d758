import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { DesignList } from '~/components/design-list'
import { PageTitle } from '~/components/page-title'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { listDesigns } from '~/domain/design-list.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ design }) => design.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listDesigns(person, after)), isFurther: after !== null }
}

export default function Designs() {
  const { rows, next, isFurther } = useLoaderData<typeof loader>()
  const { design } = useMessages()
  const add = (
    <LinkButton tone="primary" icon="plus" to="/design/new">
      {design.add}
    </LinkButton>
  )
  return (
    <>
      <PageTitle actions={add} below={design.below}>
        {isFurther ? design.furtherHeading : design.heading(rows.length, next !== null)}
      </PageTitle>
      <div className="border-t border-line py-10">
        {rows.length === 0 && (
          <Empty title={design.page}>
            <p>{design.empty}</p>
          </Empty>
        )}
        <DesignList rows={rows} />
        <nav className="mt-6 flex flex-wrap gap-3" aria-label={design.label}>
          {next && (
            <LinkButton isSmall to={`/design?after=${next}`}>
              {design.next}
            </LinkButton>
          )}
          {isFurther && (
            <LinkButton isSmall tone="quiet" to="/design">
              {design.first}
            </LinkButton>
          )}
        </nav>
      </div>
    </>
  )
}
