import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { credentialBundle } from '~/documents/credential-bundle.server'
import { acceptAward } from '~/domain/award.server'
import { shareCredential } from '~/domain/share.server'
import { findStanding } from '~/domain/shown-credential.server'
import { verify } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { filesInZip } from '~/lib/zip-files.server'
import { zipOf } from '~/lib/zip.server'
import { bakeIntoSvg } from '~/standards/bake'
import { earn, nothingNamed, offerTo, openAwardScene } from '../award-scene'

/** Ten scripts, faces in one sign of several, and what ends a section, a line or a string elsewhere. */
const NAME = [
  'Zoë Ælfgifu', 'Ελένη', 'Дарья', 'ליאור', 'سلمى', 'नेहा', 'สมใจ', '김하늘', '王小明', 'さくら', 'Անի',
  '👩🏽‍🎓🏳️‍🌈', ']]>', 'a\u2028b', '"\\&<',
].join(' ')

test('a name in any script comes out of every form, and out of the file that holds them, as it was signed', async () => {
  const scene = await openAwardScene()
  await earn(scene, scene.ana)
  await db.person.update({ where: { id: scene.ana.id }, data: { officialName: NAME } })
  const id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  await shareCredential(scene.ana, id)
  const bundle = await buffer(zipOf(credentialBundle(found(await findStanding(id)), null, [])))
  const files = await filesInZip(bundle, { files: 40, bytes: 5_000_000, bytesInAll: 20_000_000 })
  if (typeof files === 'string') throw new Error(files)
  const bytesOf = (name: string) => found(files.find(file => file.name === name)).bytes
  const json = bytesOf('credential.json')
  const svg = bakeIntoSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', Buffer.from(json).toString())
  const forms: [string, Uint8Array][] = [
    ['ZIP', bundle], ['JSON', json], ['JWT', bytesOf('credential.jwt')], ['PNG', bytesOf('credential.png')],
    ['SVG', Buffer.from(svg)],
  ]
  for (const [form, bytes] of forms) {
    const answer = await verify({ bytes })
    expect('unread' in answer ? answer : [answer.valid, answer.credential?.recipients], form).toEqual([true, [NAME]])
  }
})
