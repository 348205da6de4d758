import type { ActionFunctionArgs } from '@remix-run/node'
import { findHouse } from '~/domain/institution.server'
import { answerPresented, MOST_BYTES, presentedIn, presentedText } from '~/domain/presented.server'
import { readBody, readShortForm } from '~/lib/body.server'
import { clientOf } from '~/lib/client.server'
import { now } from '~/lib/clock.server'
import { replyJson } from '~/lib/json-reply.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { wordsIn, type Words } from '~/messages/messages'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** A credential as JSON or JWT, a file as multipart `file`, or `{"url": …}`: its checks. */
export async function action({ request }: ActionFunctionArgs) {
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, now())
  return replyJson(async () => {
    await throttle('verifyByNetwork', clientOf(request).ip)
    return answerPresented(await presentedBy(request, words), words)
  })
}

async function presentedBy(request: Request, words: Words) {
  const isForm = request.headers.get('Content-Type')?.startsWith('multipart/form-data')
  const sent = await (isForm ? readShortForm(request, MOST_BYTES) : readBody(request, MOST_BYTES))
  if (!sent) throw new Refusal(words.messages.verify.refused.tooLarge)
  if (!(sent instanceof FormData)) return presentedText(sent)
  const file = sent.get('file')
  return file instanceof File ? presentedIn({ file }) : null
}
