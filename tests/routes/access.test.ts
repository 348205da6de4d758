import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../program/server'
import { ask, ways, type Answer, type Way } from './asking'
import { answers, expectations, hasSession, type Expectation } from './expectations'
import { builtRoutes, type Route } from './manifest'
import { people, tellScene, type Person, type RouteScene } from './scene'

const routes = builtRoutes()
let scene: RouteScene
let server: RunningServer
let eventsBefore: number

beforeAll(async () => {
  scene = await tellScene()
  eventsBefore = events()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
})

afterAll(() => server.remove())

test('rule 11: an endorser’s visit opens their own request and no other', async () => {
  const { ownTokenOfInes, tokenEvidence } = scene.things
  const asInes = { port: scene.port, cookie: scene.cookies.ines, way: 'page', isIndex: false, fields: {} } as const
  expect((await ask({ ...asInes, address: `/e/${ownTokenOfInes}` })).body).toContain('<form')
  expect((await ask({ ...asInes, address: `/e/${ownTokenOfInes}/evidence/${tokenEvidence}` })).status).toBe(404)
})

test('whoever reads a shared credential finds where to report a concern, without an account', async () => {
  const asVisitor = { port: scene.port, cookie: '', way: 'page', isIndex: false, fields: {} } as const
  const { status, body } = await ask({ ...asVisitor, address: `/credentials/${scene.things.shared}/concern` })
  expect(status).toBe(200)
  for (const field of ['name', 'email', 'text']) expect(body).toContain(`name="${field}"`)
})

test('every route says whom it answers, and nothing else does', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(expectations).sort())
})

describe('rule 11: what somebody may not see answers exactly like what does not exist', () => {
  test.each(routes.map(route => [route.id, route] as const))('%s', async (id, route) => {
    const expectation = expectations[id]
    if (!expectation) throw new Error('Nothing is said of it in expectations.ts.')
    const wrong: string[] = []
    for (const person of people) for (const way of ways) wrong.push(...(await faults({ route, expectation, person, way })))
    expect(wrong).toEqual([])
  })

  test('and none of that knocking left an event', () => {
    expect(events()).toBe(eventsBefore)
  })
})

describe('who has business at an address is let in', () => {
  // What forms change comes after all else was looked at.
  test.each(Object.entries(expectations).filter(([, { post }]) => post))('%s', async (id, expectation) => {
    const route = routes.find(each => each.id === id)
    if (!route) throw new Error('There is no such route any more.')
    const wrong: string[] = []
    for (const person of people) {
      if (!expectation.post || !answers(expectation.post, person)) continue
      for (const way of ['form', 'form data'] as const) {
        const { status, location } = await knock({ route, expectation, person, way }, expectation.at(scene.things))
        const isLetIn = status < 400 || [400, 401, 422, 429].includes(status)
        if (!isLetIn) wrong.push(`${person}, ${way}: ${status} ${location}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

interface Knock {
  route: Route
  expectation: Expectation
  person: Person
  way: Way
}

function knock({ route, expectation, person, way }: Knock, address: string) {
  return ask({
    port: scene.port, cookie: scene.cookies[person], way, address, isIndex: route.index,
    fields: expectation.fields?.(scene.things) ?? {}, ...(route.hasLoader && { only: route.id }),
  })
}

async function faults(asked: Knock): Promise<string[]> {
  const { route, expectation, person, way } = asked
  const isForm = way.startsWith('form')
  const who = isForm ? expectation.post : expectation.get
  const isTheirs = who !== undefined && answers(who, person)
  if (isForm && isTheirs) return []
  const there = await knock(asked, expectation.at(scene.things))
  const said = `${person}, ${way}: ${there.status} ${there.location}`
  if (who === undefined || who === 'takes only forms') return there.status === 405 ? [] : [`${said}, though there is nothing to ask for`]
  if (isTheirs) return there.status < 400 && !isSignIn(there) ? [] : [`${said}, though it is theirs`]
  const isRefused = route.id.includes('/_app') && !hasSession(person) ? isSignIn(there) : there.status === 404
  if (!isRefused) return [`${said}, though it is not theirs`]
  if (!expectation.nowhere) return []
  const nowhere = await knock(asked, expectation.nowhere)
  const isAlike = there.status === nowhere.status && there.location === nowhere.location && there.body === nowhere.body
  return isAlike ? [] : [`${said}, not like nothing (${nowhere.status})`]
}

/** As a page it is a redirect; as data the redirect is told in the body. */
function isSignIn({ status, location, body }: Answer) {
  return [302, 307].includes(status) ? location.startsWith('/sign-in?to=') : status === 202 && body.includes('/sign-in?to=')
}

function events(): number {
  const database = new Database(join(scene.dataDir, 'vouch.db'), { readonly: true })
  const count = database.prepare<[], number>('SELECT count(*) FROM "AuditEvent"').pluck().get()
  database.close()
  return count ?? NaN
}
