import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { findDidDocument } from '~/domain/issuer.server'
import { rotateKey } from '~/domain/signing-key.server'
import { db } from '~/lib/db.server'
import type { JsonObject } from '~/standards/json'
import { earn, offerTo, openAwardScene, nothingNamed } from '../award-scene'
import { operator } from '../facts'
import { elsewhere } from '../standards/elsewhere'
import { twinsOf } from '../standards/leaves'

interface Answer {
  verified: boolean
  reason: string | null
}

let credential: JsonObject & { endorsement: JsonObject[] }

beforeAll(async () => {
  const scene = await openAwardScene()
  await earn(scene, scene.ana)
  const named = (await db.endorsement.findMany()).map(endorsement => endorsement.id)
  const id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), { ...nothingNamed, named })
  credential = JSON.parse((await findDocument(id, scene.ana)) ?? '')
})

async function library(credentials: JsonObject[]) {
  return elsewhere<Answer[]>('library.ts', {
    now: new Date(),
    didDocuments: [await findDidDocument('north')],
    credentials,
  })
}

test('a library that shares no code with ours accepts what we issue, with what we publish and nothing else', async () => {
  expect(credential.endorsement).toHaveLength(2)
  const accepted = { verified: true, reason: null }
  expect(await library([credential, ...credential.endorsement])).toEqual([accepted, accepted, accepted])
})

test('and refuses it after any leaf of its JSON is changed, those of the endorsements inside included', async () => {
  const twins = twinsOf(credential)
  expect(twins.length).toBeGreaterThan(150)
  const answers = await library(twins.map(({ document }) => document))
  expect(twins.filter((_, at) => answers[at]?.verified).map(({ path }) => path)).toEqual([])
})

test('rule 9: it still accepts it after the key was replaced', async () => {
  await rotateKey(operator(), { why: 'routine' })
  await rotateKey(operator(), { why: 'lost' })
  expect(await library([credential])).toEqual([{ verified: true, reason: null }])
})
