import { requestPath } from '~/domain/request.server'
import { db } from '~/lib/db.server'
import { linkToken } from '~/lib/token.server'
import { mayReview, type Model } from './model'
import { caught, cookieOf, moduleOf, routes } from './pages'
import { isByCode, type Somebody } from './people'
import { NOWHERE, type World } from './world'

/** Pages of who signed in, and of who holds a link. */
export const pageNames = Object.keys(routes)
  .map(path => path.slice('../../app/routes/'.length))
  .filter(name => /^(_app\.|e\.|q\.)/.test(name))
  .sort()

export type Reader = Somebody | 'visitor'

/** An activity, or one of its requests, and one of its pieces of evidence. */
export interface Place {
  activityId: string
  requestId: string
  evidenceId: string
}

export const nowhere: Place = { activityId: NOWHERE, requestId: NOWHERE, evidenceId: NOWHERE }

export async function placeOf({ activityIds }: World, activity: number, luck: number): Promise<Place> {
  const activityId = activityIds[activity] ?? NOWHERE
  const among = { where: { activityId }, orderBy: { id: 'asc' }, select: { id: true } } as const
  const [requests, evidence] = [
    await db.endorsementRequest.findMany(among),
    await db.evidence.findMany(among),
  ]
  return {
    activityId,
    requestId: requests[luck % requests.length]?.id ?? NOWHERE,
    evidenceId: evidence[luck % evidence.length]?.id ?? NOWHERE,
  }
}

/** What opening a page answers: its status, where it leads, what is in it; without the place’s own ids. */
export async function look(world: World, name: string, place: Place, reader: Reader) {
  const { loader } = await moduleOf(name)
  if (!loader) return { status: 405, to: '', body: '' }
  const url = `http://localhost:3000/a-page?request=${place.requestId}&of=${place.requestId}`
  const headers = { Cookie: reader === 'visitor' ? '' : await cookieOf(world, reader) }
  const [request, context] = [new Request(url, { headers }), { nonce: '' }]
  const answer = await caught(async () => loader({ request, params: paramsOf(name, place), context }))
  if (answer instanceof Response)
    return {
      status: answer.status,
      to: plain(answer.headers.get('Location') ?? '', place),
      body: await answer.text(),
    }
  return { status: 200, to: '', body: plain(JSON.stringify(answer), place) }
}

/** Rule 11: whose page it is, for those pages that are about one activity. */
export function mayLook(model: Model, name: string, activity: number, reader: Reader) {
  const about = model.activities[activity]
  if (!about || about.isGone || reader === 'visitor' || isByCode(reader)) return false
  const reviews = mayReview(about, reader) && about.submitted.length > 0
  if (name.startsWith('_app.review')) return reviews
  return reader === about.student || (/evidenceId|documentId/.test(name) && reviews)
}

const tokenOf = (name: string, { requestId }: Place) =>
  name.startsWith('q.') ? linkToken('scan', requestId) : requestPath(requestId).slice('/e/'.length)

function paramsOf(name: string, place: Place): Record<string, string> {
  const names = [...name.matchAll(/\$(\w+?)(?=_?\.|$)/g)].map(([, param = '']) => param)
  const values: Record<string, string> = { ...place, token: tokenOf(name, place) }
  return Object.fromEntries(names.map(param => [param, values[param] ?? NOWHERE]))
}

function plain(text: string, { activityId, requestId, evidenceId }: Place) {
  const token = requestPath(requestId).slice('/e/'.length)
  const ids = [token, encodeURIComponent(token), activityId, requestId, evidenceId]
  return ids.reduce((rest, id) => rest.replaceAll(id, '[id]'), text)
}
