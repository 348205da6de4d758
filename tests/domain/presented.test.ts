import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { answerPresented, presentedIn, presentedText } from '~/domain/presented.server'
import { shareCredential } from '~/domain/share.server'
import type { Presented } from '~/domain/verification.server'
import { Refusal } from '~/lib/refusal'
import { wordsIn } from '~/messages/messages'
import { earn, nothingNamed, offerTo, openAwardScene } from '../award-scene'

const words = wordsIn('en', 'Europe/Dublin', new Date())
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
let id: string
let document: string

beforeAll(async () => {
  const scene = await openAwardScene()
  await earn(scene, scene.ana)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  await shareCredential(scene.ana, id)
  document = (await findDocument(id, null)) ?? ''
})

test('a file, the pasted text, its address and JSON with its address all get the same answer', async () => {
  const url = `http://localhost:3000/credentials/${id}`
  const ways = [
    await presentedIn({ file: new File([document], 'credential.json') }),
    await presentedIn({ pasted: document }),
    await presentedIn({ pasted: url }),
    presentedText(new Uint8Array(Buffer.from(JSON.stringify({ url })))),
    presentedText(new Uint8Array(Buffer.from(document))),
  ]
  const answers = await Promise.all(ways.map(way => answerPresented(way, words)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ valid: true, credential: { name: 'Community Contribution' } })
  expect(answers[0]?.checks.map(({ name }) => name)).toEqual([
    'format',
    'schema',
    'proof',
    'issuer',
    'validity',
    'status',
  ])
})

test('a credential that is wrong was still read, so it gets an answer', async () => {
  const answer = await answerPresented(
    { text: document.replace('Community Contribution', 'Community Contributiom') },
    words,
  )
  expect(answer).toMatchObject({ valid: false })
  expect(await answerPresented({ text: 'e30.e30.c2ln' }, words)).toMatchObject({
    valid: false,
    checks: [{ outcome: 'failed' }],
  })
})

test.each<[string, Presented | null, string, RegExp]>([
  ['nothing', null, 'pasted', /Choose a file/],
  ['an empty body', presentedText(new Uint8Array()), 'pasted', /Choose a file/],
  ['a PDF', { bytes: bytes('%PDF-1.7\n…') }, 'file', /No credential is attached to this PDF/],
  ['a picture', { bytes: bytes('\x89PNG\r\n\x1a\n') }, 'file', /picture is damaged/],
  ['a photo', { bytes: bytes('\xff\xd8\xff\xe0') }, 'file', /picture of this kind/],
  ['bytes that are no text', { bytes: bytes('\xc3\x28\xa0\xa1') }, 'file', /not text/],
  ['prose', { text: 'I solemnly swear' }, 'pasted', /neither JSON/],
  ['a list', { text: '[]' }, 'pasted', /JSON, but not a credential/],
  ['a member twice', { text: '{"a":1,"a":2}' }, 'pasted', /stands twice/],
  ['an address without TLS', { url: 'http://badges.example/1' }, 'pasted', /https/],
  [
    'an address inside the house',
    { url: 'https://127.0.0.1/latest/meta-data' },
    'pasted',
    /not a public one/,
  ],
  [
    'what is not shared',
    { url: 'http://localhost:3000/credentials/AAAAAAAAAAAAAAAAAAAAAA' },
    'pasted',
    /Nothing is shared/,
  ],
])('%s gets a clear sentence at its field', async (_what, presented, field, sentence) => {
  const refusal = await answerPresented(presented, words).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ field, message: expect.stringMatching(sentence) })
})
