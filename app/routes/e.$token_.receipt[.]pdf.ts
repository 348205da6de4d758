import type { LoaderFunctionArgs } from '@remix-run/node'
import { sheetPrinting } from '~/documents/record-sheet-print.server'
import { askedBy } from '~/domain/asked.server'
import { findReceiptSheet } from '~/domain/receipt-sheet.server'
import { PRIVATE, serveDocument } from '~/lib/document.server'

/** What an endorser said, on paper, in the browser where they said who they are; nobody else finds it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer } = await askedBy({ request, params })
  const { sheet, signed, madeAt } = await findReceiptSheet(asked, answerer)
  const { madeFrom, print } = await sheetPrinting(sheet, signed, madeAt)
  const serving = { types: ['application/pdf'], madeFrom, cacheControl: PRIVATE, fileName: `${sheet.kind}, ${sheet.title}.pdf` }
  return serveDocument(request, serving, async () => {
    const pdf = await print()
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
