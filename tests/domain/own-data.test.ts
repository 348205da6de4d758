import { unzipSync, strFromU8 } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { listDisclosures } from '~/domain/disclosures.server'
import { beginExport, ownData } from '~/domain/own-data.server'
import { db } from '~/lib/db.server'
import { Readable } from 'node:stream'
import { zipOf } from '~/lib/zip.server'
import { approvedActivity, eventsAbout, openScene, people, submittedActivity, type Scene } from '../story'
import type { PersonActor } from '~/domain/policy'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

async function taken(actor: PersonActor) {
  const parts: Buffer[] = []
  for await (const part of zipOf(ownData(actor))) parts.push(part as Buffer)
  return unzipSync(new Uint8Array(Buffer.concat(parts)))
}

test('a student takes everything with them: what they wrote, what others said as signed, and to whom it was shown', async () => {
  const told = await approvedActivity(scene, { says: { confidentialNote: 'Between us: often late.' } })
  await beginExport(told.student)
  const files = await taken(told.student)
  const activity = JSON.parse(strFromU8(files[`activities/${told.id}/activity.json`] ?? new Uint8Array())) as { title: string; requests: unknown[] }
  expect(activity).toMatchObject({ status: 'approved', studentId: told.student.id })
  const said = await db.endorsement.findFirstOrThrow({ where: { activityId: told.id } })
  expect(strFromU8(files[`activities/${told.id}/endorsements/${said.publicId}.json`] ?? new Uint8Array())).toBe(said.document)
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['person.json', 'disclosures.json', 'lists.json']))
  expect(await eventsAbout(told.student.id)).toContain('person.exported')
})

test('what endorsers told the institution in confidence, passwords and other people’s work are not in it', async () => {
  const ana = await scene.actor('ana')
  await submittedActivity(scene, { student: 'chidi' })
  const all = Object.entries(await taken(ana)).map(([name, bytes]) => `${name} ${strFromU8(bytes)}`).join(' ')
  expect(all).not.toContain('often late')
  expect(all).not.toContain('passwordHash')
  expect(all).not.toContain(scene.house.personIds.chidi)
})

test('the list says who was shown what and when, the latest first, a page at a time without gaps', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni] })
  const { id: revisionId, institutionId } = await db.revision.findFirstOrThrow({ where: { activityId: told.id } })
  await db.review.createMany({
    data: Array.from({ length: 120 }, (_, at) => ({
      id: `review-${at}`, institutionId, activityId: told.id, revisionId, reviewerId: scene.house.personIds.mina,
      decision: 'returned' as const, decidedAt: new Date(Date.UTC(2026, 2, 1, 0, Math.floor(at / 7))),
    })),
  })
  await db.endorsementRequest.updateMany({ data: { status: 'sent' } })
  const seen: string[] = []
  for (let before: string | null = null; ; ) {
    const page = await listDisclosures(told.student, before)
    seen.push(...page.disclosures.map(({ kind, id }) => `${kind} ${id}`))
    expect(page.disclosures.length).toBeLessThanOrEqual(50)
    if (!page.older) break
    before = page.older
  }
  expect(new Set(seen).size).toBe(seen.length)
  const [requests, reviews] = await Promise.all([
    db.endorsementRequest.count({ where: { activity: { studentId: told.student.id } } }), db.review.count({ where: { activity: { studentId: told.student.id } } }),
  ])
  expect(seen.filter(each => each.startsWith('request'))).toHaveLength(requests)
  expect(seen.filter(each => each.startsWith('review'))).toHaveLength(reviews)
})

test('an archive whose source breaks ends broken, never short and whole', async () => {
  async function* files() {
    yield { name: 'a', read: () => Readable.from(['a']) }
    yield { name: 'b', read: () => new Readable({ read() { this.destroy(new Error('gone')) } }) }
  }
  await expect(async () => {
    for await (const _ of zipOf(files())) continue
  }).rejects.toThrow('gone')
})
