import type { LoaderFunctionArgs } from '@remix-run/node'
import { sheetPrinting } from '~/documents/record-sheet-print.server'
import { sheetChoices } from '~/domain/activity-sheet'
import { findActivitySheet } from '~/domain/activity-sheet.server'
import { PRIVATE, serveDocument } from '~/lib/document.server'
import { requirePerson } from '~/lib/session.server'

/** The sheet of one approved activity on paper, as its page shows it; what is signed of it is inside. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requirePerson(request)
  const { sheet, signed, madeAt } = await findActivitySheet(reader, params.activityId, sheetChoices(new URL(request.url).searchParams))
  const { madeFrom, print } = await sheetPrinting(sheet, signed, madeAt)
  const serving = { types: ['application/pdf'], madeFrom, cacheControl: PRIVATE, fileName: `${sheet.kind}, ${sheet.title}.pdf` }
  return serveDocument(request, serving, async () => {
    const pdf = await print()
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
