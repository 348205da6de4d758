import { parseWithZod } from '@conform-to/zod/v4'
import { beforeAll, expect, test } from 'vitest'
import { OfferedTo } from '~/domain/award-forms.server'
import { findAwardDesk, listAwardDesk } from '~/domain/award-list.server'
import { listPublishedProgrammes } from '~/domain/catalogue.server'
import { countReady, ready } from '~/domain/eligible.server'
import type { PersonActor } from '~/domain/policy'
import { statements } from '~/lib/db.server'
import { seedProgrammes } from '../../prisma/programmes'
import { earn, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, students } from '../facts'

const SOME = 54

let scene: AwardScene
let some: PersonActor[]
beforeAll(async () => {
  scene = await openAwardScene()
  some = await students(SOME)
  for (const student of some) await earn(scene, student, { said: [] })
  await earn(scene, student(0))
  await earn(scene, student(SOME - 1))
  await earn(scene, scene.rosa)
})

function student(at: number): PersonActor {
  const one = some[at]
  if (!one) throw new Error('no such student')
  return one
}

async function countStatements(work: () => Promise<unknown>) {
  let count = 0
  const listen = () => void count++
  statements.subscribe(listen)
  await work()
  statements.unsubscribe(listen)
  return count
}

test('the desk looks at so many people and no more, says so, and goes on where it stopped', async () => {
  const { rosa, contributionId } = scene
  const first = await ready(rosa, contributionId, { look: 50 })
  expect(first.next).not.toBeNull()
  const rest = await ready(rosa, contributionId, { look: 50, after: first.next ?? '' })
  expect(rest.next).toBeNull()
  expect([...first.rows, ...rest.rows].map(({ person }) => person.id)).toEqual([student(0).id, student(SOME - 1).id])
  const programmes = await listPublishedProgrammes('north')
  expect((await countReady(rosa, programmes, { look: 50 })).isMore).toBe(true)

  const desk = await findAwardDesk(rosa, contributionId, first.next ?? '')
  expect(desk.ready.map(({ id }) => id)).toEqual([student(SOME - 1).id])
})

test('the list reads everybody’s work once for all programmes, and counts whom each may be offered to', async () => {
  const { rosa, contributionId } = scene
  const readyFor = async () => (await listAwardDesk(rosa)).find(({ id }) => id === contributionId)
  expect(await readyFor()).toMatchObject({ ready: 2, isMore: false })
  await offerTo(scene, student(0))
  expect(await readyFor()).toMatchObject({ ready: 1, isMore: false })

  const few = await countStatements(() => listAwardDesk(rosa))
  const more = await seedProgrammes(await member('lena', ['designer']), scene.rosa, scene.framework.id)
  expect(more.contributionId).not.toBe(contributionId)
  expect(await countStatements(() => listAwardDesk(rosa))).toBe(few)
})

test('everybody is whom the page showed, not who has become ready since', () => {
  const sent = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const submission = parseWithZod(form, { schema: OfferedTo })
    return submission.status === 'success' ? submission.value.students : submission.error
  }
  expect(sent({ shown: 'one,two', everybody: 'on' })).toEqual(['one', 'two'])
  expect(sent({ shown: 'one,two', students: 'two' })).toEqual(['two'])
  expect(sent({ shown: 'one,two' })).toEqual({ students: [expect.any(String)] })
  expect(sent({ everybody: 'on' })).toEqual({ students: [expect.any(String)] })
})
