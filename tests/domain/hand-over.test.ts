import { beforeAll, expect, test } from 'vitest'
import { findActivityPage } from '~/domain/activity-page.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { findEndorserPage } from '~/domain/endorser-page.server'
import { handOver } from '~/domain/hand-over.server'
import { closedReason, findRequest, type AskedRequest } from '~/domain/request.server'
import { findReviewPage } from '~/domain/review-page.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { cast, newcomers } from '../cast'
import { lettersTo } from '../letterbox'
import { endorse, eventsAbout, lettersAbout, openScene, people, requestOf, requestsOf, submittedActivity, type Scene, type Told } from '../story'

let scene: Scene
let colleagues = 0
beforeAll(async () => {
  scene = await openScene()
})

const again = async ({ id }: AskedRequest) => found(await findRequest(id))
/** Whom nobody here has heard of. */
const colleague = (): { name: string; email: string } => ({ name: newcomers.jonas.name, email: `jonas.${++colleagues}@shorelinefoodbank.example` })
const passed = (request: AskedRequest, to = colleague()) => handOver(endorserOf(request), request.id, to)

async function handedOver(): Promise<[Told, AskedRequest, AskedRequest]> {
  const told = await submittedActivity(scene)
  await passed(await requestOf(told))
  const [first, second] = await requestsOf(told)
  return [told, found(first), found(second)]
}

test('a colleague is asked at once about the same version, and both names are shown to student and reviewer', async () => {
  const [told, first, second] = await handedOver()
  expect(first).toMatchObject({ status: 'redirected', endorserName: people.eleni.name })
  expect(second).toMatchObject({ status: 'queued', handedOverById: first.id, revisionId: first.revisionId, endorserName: 'Jonas Weber' })
  const { activity, standing } = await findActivityPage(told.student, told.id)
  expect(standing.holders).toEqual(['Jonas Weber'])
  const shown = activity.requests.map(({ endorserName, handedOverBy, handedOverTo }) => [endorserName, handedOverBy, handedOverTo])
  expect(shown).toEqual([
    ['Jonas Weber', { endorserName: people.eleni.name }, null],
    [people.eleni.name, null, { endorserName: 'Jonas Weber' }],
  ])
  const review = await findReviewPage(await scene.actor('mina'), told.id, null)
  expect(review.requests).toMatchObject([{ handedOverTo: 'Jonas Weber' }, { handedOverBy: people.eleni.name }])
  expect(await eventsAbout(first.id)).toEqual(['request.handed-over'])
  expect(await lettersAbout(told.id)).toContain('request-handed-over')
})

test('the colleague’s mail and page say who handed it over, and the student learns no address', async () => {
  const [told, first, second] = await handedOver()
  const [letter] = await lettersTo(second.endorser.email)
  expect(letter?.text).toContain('Eleni Papadaki was asked first. You are asked in their place.')
  expect(await findEndorserPage(second, null)).toMatchObject({ stage: 'code', handedOverBy: people.eleni.name })
  expect(await findEndorserPage(first, endorserOf(first))).toMatchObject({ stage: 'closed', reason: 'redirected' })
  const [toStudent] = (await lettersTo(cast.ana.email)).filter(({ text }) => text.includes('Jonas Weber'))
  expect(toStudent?.text).toContain('has handed')
  const page = JSON.stringify(await findActivityPage(told.student, told.id))
  for (const seen of [page, toStudent?.text, toStudent?.html]) expect(seen).not.toContain(second.endorser.email)
})

test('what the colleague says counts for the version that both were asked about', async () => {
  const [told, first, second] = await handedOver()
  await endorse(scene, second)
  expect(await db.endorsement.findFirstOrThrow({ where: { activityId: told.id } })).toMatchObject({
    endorserId: second.endorserId,
    revisionId: first.revisionId,
    namedBy: 'student',
  })
  await expect(endorse(scene, first)).rejects.toThrow('closed')
})

test('an address first seen then is a flag for the reviewer; one that is known here is none', async () => {
  const [told] = await handedOver()
  const flagged = await findReviewPage(await scene.actor('mina'), told.id, null)
  expect(flagged.flags).toEqual([{ kind: 'handedOver', facts: { handOvers: 1 } }])
  const other = await submittedActivity(scene)
  await passed(await requestOf(other), { name: cast.ben.usedName, email: cast.ben.email })
  const plain = await findReviewPage(await scene.actor('mina'), other.id, null)
  expect(plain.flags).toEqual([])
})

test('rule 1: not to oneself, not to the student, not to a fellow student, and nobody learns whose address it is', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const refused = (email: string) => expect(passed(request, { name: 'A colleague', email })).rejects
  await refused('ELENI+two@shorelinefoodbank.example').toThrow('your own address')
  await refused('ana+x@northbridge.example').toThrow('cannot confirm it')
  await refused(cast.chidi.email).toThrow('cannot confirm it')
  await refused(cast.chidi.email).toMatchObject({ field: 'email' })
  expect(closedReason(await again(request))).toBeNull()
  expect(await requestsOf(told)).toHaveLength(1)
})

test('rule 1: staff cannot hand over to another address of their own', async () => {
  const { institutionId, personIds } = scene.house
  const address = 'b.ortiz@northbridge.example'
  await db.emailAddress.create({
    data: { id: 'second', institutionId, personId: personIds.ben, address, normalised: address, confirmedAt: new Date(), createdAt: new Date() },
  })
  const request = await requestOf(await submittedActivity(scene, { asks: [people.ben] }))
  const ben = await scene.actor('ben')
  await expect(handOver(ben, request.id, { name: 'Benjamin', email: address })).rejects.toThrow('your own address')
})

test('not to somebody who was asked already, nor to who wants no mail', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ines] })
  const [eleni] = await requestsOf(told)
  await expect(passed(found(eleni), people.ines)).rejects.toThrow('has been asked about this already')
  const tired = colleague()
  await db.endorser.create({
    data: { id: 'tired', institutionId: scene.house.institutionId, ...tired, normalised: tired.email, doNotAskAt: new Date(), createdAt: new Date() },
  })
  await expect(passed(found(eleni), tired)).rejects.toThrow('asked us not to write')
})

test('a request passes through three people at most', async () => {
  const told = await submittedActivity(scene)
  await passed(await requestOf(told))
  await passed(found((await requestsOf(told))[1]))
  const third = found((await requestsOf(told))[2])
  await expect(passed(third)).rejects.toThrow('handed over twice')
  expect(await requestsOf(told)).toHaveLength(3)
})

test('rule 6: two simultaneous clicks hand over once', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const clicks = await Promise.allSettled([colleague(), colleague()].map(each => passed(request, each)))
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await requestsOf(told)).toHaveLength(2)
  expect(await eventsAbout(request.id)).toEqual(['request.handed-over'])
})

test('rule 11: only whom it was sent to hands it over', async () => {
  const [mine, other] = await Promise.all([submittedActivity(scene), submittedActivity(scene)])
  const { id } = await requestOf(mine)
  await expect(handOver(endorserOf(await requestOf(other)), id, colleague())).rejects.toMatchObject({ status: 404 })
  await expect(handOver(mine.student, id, colleague())).rejects.toMatchObject({ status: 404 })
})
