import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { listUnitsToKeep } from '~/domain/unit-page.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ units }) => units.page)

export async function loader({ request }: LoaderFunctionArgs) {
  return { rows: await listUnitsToKeep(await requirePerson(request)) }
}

export default function Units() {
  const { rows } = useLoaderData<typeof loader>()
  const { units: words } = useMessages()
  return (
    <>
      <PageTitle below={words.below}>{words.heading(rows.length)}</PageTitle>
      <ul className="rows border-t border-line pt-6 pb-12" aria-label={words.label}>
        {rows.map(({ id, name, kind, above }) => (
          <li key={id}>
            <a className="quiet-link font-medium" href={`/units/${id}`}>
              {name}
            </a>
            <p className="label">{above ? words.within(words.kind[kind], above) : words.kind[kind]}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
