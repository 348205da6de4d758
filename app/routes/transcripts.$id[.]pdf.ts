import type { LoaderFunctionArgs } from '@remix-run/node'
import { transcriptPrinting } from '~/documents/transcript-print.server'
import { transcriptForms } from '~/domain/transcript'
import { PRIVATE, REVALIDATED, serveDocument } from '~/lib/document.server'
import { findActor } from '~/lib/session.server'
import { transcript as said } from '~/messages/en/transcript'

/** The transcript on paper, in the form that is asked for (`?form=`), for whoever may read its page. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const asked = new URL(request.url).searchParams.get('form')
  const form = transcriptForms.find(each => each === asked) ?? 'full'
  const { madeFrom, holder, print } = await transcriptPrinting(id, form, actor)
  const serving = {
    types: ['application/pdf'],
    madeFrom,
    cacheControl: actor ? PRIVATE : REVALIDATED,
    fileName: `${said.page.title(holder)}.pdf`,
  }
  return serveDocument(request, serving, async () => {
    const pdf = await print()
    if (pdf instanceof Uint8Array) return pdf
    throw new Response(pdf.uncovered, { status: 422 })
  })
}
