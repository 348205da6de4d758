import type { LoaderFunctionArgs } from '@remix-run/node'
import { embeddingOf, findByAddress } from '~/domain/elsewhere.server'
import { findHouse } from '~/domain/institution.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { wordsIn } from '~/messages/messages'

/** oEmbed 1.0: how another site shows the address of a shared credential. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  if ((asked.get('format') ?? 'json') !== 'json') throw new Response(null, { status: 501 })
  const credential = found(await findByAddress(asked.get('url') ?? ''))
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, credential.awardedDate)
  const room = { width: pixels(asked.get('maxwidth')), height: pixels(asked.get('maxheight')) }
  const answer = JSON.stringify(embeddingOf(credential, room, words))
  return serveDocument(request, { types: ['application/json'], madeFrom: answer }, () => answer)
}

const pixels = (asked: string | null) => (asked && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : null)
