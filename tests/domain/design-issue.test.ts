import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { db } from '~/lib/db.server'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'

let scene: AwardScene
let awardId: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  awardId = await offerTo(scene, scene.ana)
})

const accept = () => acceptAward(scene.ana, awardId, nothingNamed)

test('a credential is not issued to somebody without a name, and the sentence says so', async () => {
  const { officialName } = await db.person.update({ where: { id: 'ana' }, data: { officialName: ' ' } })
  expect(officialName).toBe(' ')
  await expect(accept()).rejects.toThrow('Missing on the credential: Identification of the learner.')
  await db.person.update({ where: { id: 'ana' }, data: { officialName: 'Ana Sofia Duarte' } })
})

test.each([['legalName', 'Awarding body'], ['country', 'Country of the issuer']] as const)(
  'nor while the university’s %s is not said any more',
  async (column, name) => {
    const { [column]: before } = await db.institution.findUniqueOrThrow({ where: { id: 'north' } })
    await db.institution.update({ where: { id: 'north' }, data: { [column]: '' } })
    await expect(accept()).rejects.toThrow(`Missing on the credential: ${name}.`)
    await db.institution.update({ where: { id: 'north' }, data: { [column]: before } })
  },
)

test('and is once it is there again: nothing was half done', async () => {
  expect(await db.credential.count()).toBe(0)
  await accept()
  expect(await db.credential.count()).toBe(1)
})
