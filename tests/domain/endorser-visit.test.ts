import { afterEach, beforeAll, expect, test } from 'vitest'
import { requestPath, type AskedRequest } from '~/domain/request.server'
import { DAY, later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { digits } from '~/lib/token.server'
import { action as code, loader as codePage } from '~/routes/e.$token_.code'
import { action as decline } from '~/routes/e.$token_.decline'
import { action as renewal } from '~/routes/e.$token_.renewal'
import { action as page, loader as opening } from '~/routes/e.$token'
import { eventsAbout, lettersAbout, openScene, requestOf, saidOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

type Action = (args: {
  request: Request
  params: { token: string }
  context: { nonce: string }
}) => Promise<unknown>
type Fields = Record<string, string>

/** A browser: it keeps cookies, sends forms, and follows nothing by itself. */
class Visit {
  cookies = new Map<string, string>()
  readonly path: string

  constructor(request: AskedRequest) {
    this.path = requestPath(request.id)
  }

  async post(action: Action, to: string, fields: Fields) {
    return this.ask(action, to, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** What the browser does with a page it opens: it keeps its cookie. */
  async ask(action: Action, to: string, init: RequestInit = {}) {
    const request = new Request(`http://localhost:3000${this.path}${to}`, {
      ...init,
      headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    const arrival = { request, params: { token: this.path.slice('/e/'.length) }, context: { nonce: '' } }
    const answer = answered(await action(arrival).catch(thrownAnswer))
    const [, name, value] = /^(\w+)=([^;]+); Path=([^;]+)/.exec(answer.cookie) ?? []
    if (name && value) this.cookies.set(name, value)
    return answer
  }
}

interface Answer {
  status: number
  location: string
  cookie: string
  body: {
    stage?: string
    hasAsked?: boolean
    kept?: { kept: string; to: string }
    reply?: { initialValue?: Fields; error?: Record<string, string[]> } | null
  }
}

/** A door that sends somebody elsewhere throws its answer. */
function thrownAnswer(thrown: unknown) {
  if (thrown instanceof Response) return thrown
  throw thrown
}

/** A redirect, or what `data` made. */
function answered(answer: unknown): Answer {
  if (answer instanceof Response) {
    return {
      status: answer.status,
      location: answer.headers.get('Location') ?? '',
      cookie: answer.headers.get('Set-Cookie') ?? '',
      body: {},
    }
  }
  const { data, init } = answer as { data: Answer['body']; init: ResponseInit | null }
  return {
    status: init?.status ?? 200,
    location: '',
    cookie: new Headers(init?.headers).get('Set-Cookie') ?? '',
    body: data,
  }
}

/** The form as the browser sends it. */
function typedBy(request: AskedRequest, changes: Fields = {}): Fields {
  const { judgements, isNoRelative: _declared, confirmedEnd, ...said } = saidOf(scene, request)
  return {
    ...said,
    confirmedEnd: confirmedEnd ?? '',
    confirmedMinutes: '1:30',
    isNoRelative: 'on',
    endorsementComment: 'She led the floor.\nNobody was left standing & cold.',
    ...Object.fromEntries(
      judgements.flatMap(({ claimId, answer }, at) => [
        [`judgements[${at}].claimId`, claimId],
        [`judgements[${at}].answer`, answer],
      ]),
    ),
    ...changes,
  }
}

async function mailedCode({ id }: AskedRequest) {
  const row = await db.confirmationCode.findFirstOrThrow({
    where: { subjectId: id },
    orderBy: { createdAt: 'desc' },
  })
  return digits(row.id)
}

async function enter(visit: Visit, request: AskedRequest) {
  await visit.post(code, '/code', {})
  return visit.post(code, '/code', { code: await mailedCode(request) })
}

const asked = async () => requestOf(await submittedActivity(scene, { minutes: 120 }))
const endorsements = ({ id }: AskedRequest) => db.endorsement.findMany({ where: { requestId: id } })

test('rule 5: the code opens a visit by a cookie for links of ours alone, which no script reads', async () => {
  const request = await asked()
  const visit = new Visit(request)
  const answer = await enter(visit, request)
  expect(answer).toMatchObject({ status: 302, location: visit.path })
  expect(answer.cookie).toContain('Path=/e;')
  expect(answer.cookie).toContain('HttpOnly; SameSite=Lax')
  expect(await visit.post(page, '', typedBy(request))).toMatchObject({ status: 302, location: visit.path })
  expect(await endorsements(request)).toMatchObject([{ confirmedMinutes: 90, assurance: 'organisation' }])
})

test('rule 6: two clicks on the page that asks for a code are one browser, one code, one event and one mail', async () => {
  const request = await asked()
  const visit = new Visit(request)
  await visit.ask(opening, '')
  const clicks = await Promise.all([visit.post(code, '/code', {}), visit.post(code, '/code', {})])
  expect(clicks.map(({ status, location }) => ({ status, location }))).toEqual([
    { status: 302, location: `${visit.path}/code` },
    { status: 302, location: `${visit.path}/code` },
  ])
  expect(new Set(clicks.map(({ cookie }) => cookie)).size).toBe(1)
  const codes = await db.confirmationCode.findMany({ where: { subjectId: request.id } })
  expect(codes).toHaveLength(1)
  expect(await eventsAbout(request.id)).toEqual(['request.code-sent'])
  expect(await lettersAbout(codes[0]?.id ?? '')).toEqual(['endorsement-code'])
  expect((await visit.ask(codePage, '/code')).body).toMatchObject({ hasAsked: true })

  setClock(later(now(), 2 * MINUTE))
  await visit.post(code, '/code', {})
  expect(await db.confirmationCode.count({ where: { subjectId: request.id } })).toBe(2)
})

test('what was typed comes back with the words at the field', async () => {
  const request = await asked()
  const visit = new Visit(request)
  await enter(visit, request)
  const typed = typedBy(request, { confirmedMinutes: 'long', roleTitle: '', 'judgements[1].answer': '' })
  const { status, body } = await visit.post(page, '', typed)
  expect(status).toBe(422)
  expect(Object.keys(body.reply?.error ?? {})).toEqual(
    expect.arrayContaining(['confirmedMinutes', 'roleTitle', 'judgements[1].answer']),
  )
  expect(body.reply?.initialValue).toMatchObject({
    confirmedMinutes: 'long',
    endorsementComment: typed['endorsementComment'],
  })
  expect(await endorsements(request)).toEqual([])
})

test('a form whose visit has ended goes through the code as it is, wrong digits and all, and is sent or read again after it', async () => {
  const request = await asked()
  const visit = new Visit(request)
  const typed = typedBy(request)
  expect(await visit.post(page, '', typed)).toMatchObject({ status: 307, location: `${visit.path}/code` })
  const first = await visit.post(code, '/code', typed)
  expect(first.body).toMatchObject({ stage: 'code' })
  const kept = { ...first.body.kept }
  expect(Object.fromEntries(new URLSearchParams(kept.kept))).toEqual(typed)

  const wrong = await visit.post(code, '/code', { code: '12', kept: kept.kept ?? '', to: '' })
  expect(wrong).toMatchObject({ status: 422, body: { reply: { initialValue: { kept: kept.kept } } } })
  const right = await visit.post(code, '/code', {
    code: await mailedCode(request),
    kept: kept.kept ?? '',
    to: '',
  })
  expect(right.body).toMatchObject({ stage: 'send', kept: { kept: kept.kept } })

  const again = await visit.post(page, '', {
    ...typed,
    __intent__: JSON.stringify({ type: 'validate', payload: {} }),
  })
  expect(again).toMatchObject({
    status: 200,
    body: { reply: { initialValue: { endorsementComment: typed['endorsementComment'] } } },
  })
  expect(await endorsements(request)).toEqual([])
  expect(await visit.post(page, '', typed)).toMatchObject({ status: 302 })
  expect(await endorsements(request)).toMatchObject([{ endorsementComment: typed['endorsementComment'] }])
})

test('a decline whose visit has ended knows afterwards where it was going', async () => {
  const request = await asked()
  const visit = new Visit(request)
  const typed = { reason: 'cannotJudge', note: 'I was away.' }
  const sent = await visit.post(decline, '/decline', typed)
  expect(sent).toMatchObject({ status: 307, location: `${visit.path}/code?to=decline` })
  const { body } = await visit.post(code, '/code?to=decline', typed)
  expect(body).toMatchObject({
    stage: 'code',
    kept: { kept: 'reason=cannotJudge&note=I+was+away.', to: 'decline' },
  })
})

test('a form whose link ran out while it was written is kept until the link works again', async () => {
  const request = await asked()
  const visit = new Visit(request)
  const typed = typedBy(request)
  setClock(later(now(), 10 * DAY))
  await enter(visit, request)
  setClock(later(now(), 21 * DAY))
  expect(await visit.post(page, '', typed)).toMatchObject({ status: 307, location: `${visit.path}/renewal` })
  const { body } = await visit.post(renewal, '/renewal', typed)
  expect(body).toMatchObject({ stage: 'ask' })
  expect(await endorsements(request)).toEqual([])
  const renewed = await visit.post(renewal, '/renewal', {
    kept: body.kept?.kept ?? '',
    to: '',
    isRenewal: 'on',
  })
  expect(renewed.body).toMatchObject({ stage: 'send', kept: body.kept })
  expect(await visit.post(page, '', typed)).toMatchObject({ status: 302, location: visit.path })
  expect(await endorsements(request)).toHaveLength(1)
})

test('rule 5: codes for one link leave five times an hour and not more often, and what was typed is kept meanwhile', async () => {
  const request = await asked()
  const visit = new Visit(request)
  for (let time = 0; time < 5; time++) {
    expect((await visit.post(code, '/code', {})).status).toBe(302)
    setClock(later(now(), 2 * MINUTE))
  }
  const sixth = await visit.post(code, '/code', typedBy(request))
  expect(sixth.status).toBe(429)
  expect(sixth.body.reply?.initialValue?.['kept']).toContain('endorsementComment=')
  expect(await db.confirmationCode.count({ where: { subjectId: request.id } })).toBe(5)
})
