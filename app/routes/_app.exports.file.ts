import type { ActionFunctionArgs } from '@remix-run/node'
import { ExportForm, exportTable } from '~/domain/exports.server'
import { mayExport } from '~/domain/policy'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { tableReply } from '~/lib/table-reply.server'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** The table itself, written while it is read from the records. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  allowed(mayExport(actor))
  return submit(request, ExportForm, async order => tableReply(order.format, await exportTable(actor, order)))
}
