import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { cast, type CastKey } from '../cast'
import { changed, digests } from './digest'
import { draws } from './drawn'
import { look, mayLook, nowhere, pageNames, placeOf, type Reader } from './looks'
import { mayAnswer } from './model'
import { caught, moduleOf } from './pages'
import { everybody } from './people'
import { openRun, type Run } from './run'
import { nameOf } from './seen'
import { PATIENCE, seeded } from './seeded'
import { openWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, PATIENCE)
afterAll(() => setClock(null))

const readers: readonly Reader[] = ['visitor', ...everybody]
const looks = fc.array(
  fc.record({
    page: fc.constantFrom(...pageNames),
    reader: fc.constantFrom(...readers),
    at: fc.nat(3),
    luck: fc.nat(99),
  }),
  { minLength: 80, maxLength: 80 },
)

test(
  'rule 4: whoever opens whichever page, and however often, changes nothing',
  async () => {
    await afterAnything(4, async (run, drawn) => {
      const before = await digests()
      for (const { page, reader, at, luck } of drawn)
        await look(world, page, await placeOf(world, at, luck), reader)
      expect(changed(before, await digests()), run.story()).toEqual([])
    })
  },
  PATIENCE,
)

test(
  'rule 11: a page of somebody else’s activity answers exactly like a page of none',
  async () => {
    await afterAnything(4, async (run, drawn) => {
      for (const { page, reader, at, luck } of drawn.filter(({ page }) => page.includes('$activityId'))) {
        if (mayLook(run.model, page, at, reader)) continue
        const there = await look(world, page, await placeOf(world, at, luck), reader)
        expect(there, `${reader} at ${page}, ${run.story()}`).toEqual(
          await look(world, page, nowhere, reader),
        )
        expect([302, 404, 405], `${reader} at ${page}`).toContain(there.status)
      }
    })
  },
  PATIENCE,
)

test(
  'rule 12: a link shows little before the code, and what nobody shared no stranger sees',
  async () => {
    await afterAnything(4, async (run, drawn) => {
      for (const { page, reader, at, luck } of drawn.filter(({ page }) => page.includes('$token'))) {
        const { requestId, ...place } = await placeOf(world, at, luck)
        const isTheirs = reader !== 'visitor' && (await isAsked(run, requestId, reader))
        if (isTheirs) continue
        const { body } = await look(world, page, { ...place, requestId }, reader)
        for (const secret of secretsOf(run, at))
          expect(body, `${reader} at ${page}, ${run.story()}`).not.toContain(secret)
      }
      for (const { publicId } of await db.endorsement.findMany({ select: { publicId: true } }))
        for (const page of ['endorsements.$id.tsx', 'endorsements.$id[.]json.ts'])
          expect(await statusOf(page, publicId), page).toBe(404)
    })
  },
  PATIENCE,
)

function afterAnything(runs: number, then: (run: Run, drawn: Looks) => Promise<void>) {
  const property = fc.asyncProperty(draws(24), looks, async (all, drawn) => {
    const run = await openRun(world)
    for (const draw of all) await run.take(draw)
    await then(run, drawn)
  })
  return fc.assert(property, seeded(runs))
}

type Looks = typeof looks extends fc.Arbitrary<infer Drawn> ? Drawn : never

async function isAsked({ model }: Run, requestId: string, reader: Exclude<Reader, 'visitor'>) {
  const request = await db.endorsementRequest.findUnique({
    where: { id: requestId },
    include: { endorser: true },
  })
  return request !== null && mayAnswer(model, { to: nameOf(request.endorser.normalised) }, reader)
}

/** Words that only who was asked may read: the whole name, the address, the account, the evidence. */
function secretsOf({ model }: Run, at: number) {
  const student: CastKey = model.activities[at]?.student ?? 'ana'
  return [cast[student].usedName, cast[student].email, 'I led the Saturday shift.', 'Why I claim']
}

async function statusOf(page: string, id: string) {
  const { loader } = await moduleOf(page)
  const answer = await caught(async () =>
    loader?.({ request: new Request('http://localhost:3000/'), params: { id }, context: { nonce: '' } }),
  )
  return answer instanceof Response ? answer.status : 200
}
