import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ExportForm } from '~/components/export-form'
import { PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { has, mayExport } from '~/domain/policy'
import { listUnits } from '~/domain/unit.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ exports }) => exports.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  allowed(mayExport(actor))
  const units = await listUnits(actor.institutionId)
  return { units: units.map(({ id, name }) => ({ id, name })), scope: has(actor, 'registrar') ? ('all' as const) : ('shared' as const) }
}

export default function Exports() {
  const { units, scope } = useLoaderData<typeof loader>()
  const { exports: words } = useMessages()
  return (
    <>
      <PageTitle below={words.below[scope]}>{words.heading}</PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        <ExportForm units={units} />
      </div>
    </>
  )
}
