import type { AppLoadContext, EntryContext } from '@remix-run/node'
import asRemixComes from '../../../node_modules/@remix-run/dev/dist/config/defaults/entry.server.node'
import ours from '../../../app/entry.server'

export { handleError } from '../../../app/entry.server'

/** The empty page as Remix serves it by itself; the list from constants as we do, so that only its data differs. */
export default function answerDocument(request: Request, status: number, headers: Headers, remix: EntryContext, load: AppLoadContext) {
  const answer = new URL(request.url).pathname === '/empty' ? asRemixComes : ours
  return answer(request, status, headers, remix, load)
}
