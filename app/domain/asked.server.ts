import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'
import { findAsked, findEndorserPage } from './endorser-page.server'
import { closedReason } from './request.server'

type Arrival = Pick<LoaderFunctionArgs, 'request' | 'params'>

/** What the link in an address asks, and who may answer it in this browser; null for who has not shown who they are. */
export async function askedBy({ request, params }: Arrival) {
  return findAsked(params.token, await findActor(request), readVisitKey(request))
}

/** For a page beside the endorser's form. Where there is no form it leads back to the link's own page. */
export async function besideForm(arrival: Arrival) {
  const { asked, answerer, path } = await askedBy(arrival)
  const page = await findEndorserPage(asked, answerer)
  if (page.stage !== 'form') throw redirect(path)
  return { page, path }
}

/** Who answers. Where the link ran out or a code is missing, what was typed goes along (307), and then on to `to`. */
export async function answering(arrival: Arrival, to: string) {
  const { asked, answerer, path } = await askedBy(arrival)
  if (closedReason(asked) === 'expired') throw redirect(`${path}/renewal?to=${to}`, 307)
  if (!answerer) throw redirect(`${path}/code?to=${to}`, 307)
  return { asked, answerer, path }
}
