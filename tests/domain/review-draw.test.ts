import { createHmac } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkDraws, isDrawn } from '~/domain/review-draw.server'
import { findReviewPage } from '~/domain/review-page.server'
import { db } from '~/lib/db.server'
import { endorsedActivity, eventsAbout, openScene, opportunity, people, type Plot, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const activityAt = ({ id }: Told) => db.activity.findUniqueOrThrow({ where: { id } })
const drawOf = ({ id }: Told) => db.reviewDraw.findFirstOrThrow({ where: { revision: { activityId: id } }, include: { revision: true } })

async function sampled(sampleOneIn: number, plot: Plot = {}) {
  const entry = await opportunity(scene, { reviewPolicy: 'bySample', sampleOneIn })
  return (title: string) => endorsedActivity(scene, { opportunity: entry, asks: [people.ben], title, ...plot })
}

test('of endorsed work one in so many is drawn for review, and the rest is approved at once', async () => {
  const tell = await sampled(2)
  const seen = new Set<string>()
  for (let at = 0; at < 24 && seen.size < 2; at++) {
    const told = await tell(`Shift ${at}`)
    const { isDrawn: drawn, revisionId } = await drawOf(told)
    const { status, approvedRevisionId } = await activityAt(told)
    const events = await db.auditEvent.count({ where: { subjectId: told.id, action: 'review.drawn' } })
    expect(events).toBe(1)
    expect([status, approvedRevisionId]).toEqual(drawn ? ['inReview', null] : ['approved', revisionId])
    seen.add(status)
  }
  expect([...seen].sort()).toEqual(['approved', 'inReview'])
})

test('whoever has the recorded seed draws again and finds the same; a changed answer is noticed', async () => {
  const tell = await sampled(3)
  for (const title of ['One', 'Two', 'Three']) {
    const draw = await drawOf(await tell(title))
    const first = createHmac('sha256', draw.seed).update(draw.revision.hash).digest('hex').slice(0, 12)
    expect(parseInt(first, 16) % 3 === 0).toBe(draw.isDrawn)
  }
  const { institutionId } = scene.house
  const whole = await checkDraws(institutionId)
  expect(whole).toMatchObject({ isIntact: true, faults: [] })
  const [one] = await db.reviewDraw.findMany({ take: 1 })
  if (!one) throw new Error('nothing was drawn')
  await db.reviewDraw.update({ where: { id: one.id }, data: { isDrawn: !one.isDrawn } })
  expect(await checkDraws(institutionId)).toMatchObject({ isIntact: false, faults: [one.revisionId] })
  await db.reviewDraw.update({ where: { id: one.id }, data: { isDrawn: one.isDrawn } })
})

test('one in one is always looked at, and the review page says that it was drawn', async () => {
  const told = await (await sampled(1))('Every one')
  expect((await activityAt(told)).status).toBe('inReview')
  expect(await eventsAbout(told.id)).toContain('review.drawn')
  expect(await findReviewPage(await scene.actor('mina'), told.id, null)).toMatchObject({ drawnOneIn: 1 })
})

test('whom the student named by a mailbox alone is looked at, drawn or not', async () => {
  const tell = await sampled(1_000_000, { asks: [people.ines] })
  const told = await tell('Far from drawn')
  expect((await drawOf(told)).isDrawn).toBe(false)
  expect((await activityAt(told)).status).toBe('inReview')
  expect(await findReviewPage(await scene.actor('mina'), told.id, null)).toMatchObject({ drawnOneIn: null })
})

test('the draw is fair: of ten thousand versions about one in twenty, whatever the seed', () => {
  const drawn = Array.from({ length: 10_000 }, (_, at) => isDrawn({ seed: `seed ${at}`, hash: `hash ${at}`, oneIn: 20 }))
  const count = drawn.filter(Boolean).length
  expect(count).toBeGreaterThan(400)
  expect(count).toBeLessThan(600)
})
