import { beforeAll, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { MOST_AT_ONCE, presentedMany } from '~/domain/presented-many.server'
import { shareCredential } from '~/domain/share.server'
import { takeRoom, verifyMany } from '~/domain/verification-many.server'
import { wordsIn } from '~/messages/messages'
import { earn, nothingNamed, offerTo, openAwardScene } from '../award-scene'

const words = wordsIn('en', 'Europe/Dublin', new Date())
let document: string
let url: string

beforeAll(async () => {
  const scene = await openAwardScene()
  await earn(scene, scene.ana)
  const id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  await shareCredential(scene.ana, id)
  document = (await findDocument(id, null)) ?? ''
  url = `http://localhost:3000/credentials/${id}`
})

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name)
const zip = (files: Record<string, string>) =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))))

const check = async (files: File[], pasted = '') => verifyMany(await presentedMany({ files, pasted }, words), words)

test('files, an archive and addresses are checked each on its own, in the order they came', async () => {
  const tampered = document.replace('Community Contribution', 'Community Contributiom')
  const archive = file('all.zip', zip({ 'a/one.json': document, 'a/.hidden': 'x', '__MACOSX/a': 'y', 'two.txt': 'hello' }))
  const { rows } = await check([file('good.json', document), file('changed.json', tampered), archive], `${url}\nhttps://127.0.0.1/x`)
  expect(rows.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    `${url} passed`, 'https://127.0.0.1/x unknown', 'good.json passed', 'changed.json failed', 'a/one.json passed', 'two.txt failed',
  ])
  expect(rows[0]).toMatchObject({ credential: 'Community Contribution', recipients: ['Ana Sofia Duarte'] })
  for (const { why } of rows) expect(why).toMatch(/^[A-Z].*\.$/)
})

test('the table goes along as CSV, and no stranger’s words become a formula', async () => {
  const { csv, rows } = await check([file('=HYPERLINK("https://evil.example")', document)])
  const [head, row]: string[][] = parse(csv, { bom: true })
  expect(head).toEqual(['File or address', 'Answer', 'Credential', 'Awarded to', 'Issuer', 'Why'])
  expect(row?.[0]).toBe(`'${rows[0]?.name}`)
  expect(row?.[1]).toBe('Passed')
})

test.each<[string, () => [File[], string], RegExp]>([
  ['nothing', () => [[], ''], /Choose the files/],
  ['an address that is none', () => [[], 'hello'], /“hello” is not an address/],
  ['too many addresses', () => [[], 'https://a.example '.repeat(MOST_AT_ONCE + 1)], /more than 200/],
  ['too many files', () => [Array.from({ length: MOST_AT_ONCE + 1 }, () => file('a', '{}')), ''], /more than 200/],
  ['an archive of too many', () => [[file('a.zip', zip(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, '{}']))))], ''], /more than 200/],
  ['an archive that unpacks to too much', () => [[file('a.zip', zip({ a: ' '.repeat(13_000_000) }))], ''], /longer ones/],
  ['an archive of archives’ worth', () => [[file('a.zip', zip(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}`, ' '.repeat(1_500_000)]))))], ''], /longer ones/],
  ['an archive cut short', () => [[file('a.zip', zip({ a: document }).slice(0, 90))], ''], /can’t be opened/],
])('%s is told before anything is checked', async (_what, sent, sentence) => {
  const [files, pasted] = sent()
  await expect(presentedMany({ files, pasted }, words)).rejects.toThrow(sentence)
})

test('an archive that says less than it holds is given up', async () => {
  const bytes = zip({ a: ' '.repeat(4_000_000) })
  const directory = Buffer.from(bytes).lastIndexOf('PK\x01\x02')
  new DataView(bytes.buffer).setUint32(directory + 24, 10, true)
  await expect(presentedMany({ files: [file('a.zip', bytes)] }, words)).rejects.toThrow(/can’t be opened/)
})

test('only so many are read into memory side by side; who is done makes room', () => {
  const [first, second] = [takeRoom(), takeRoom()]
  expect(takeRoom()).toBe(null)
  first?.()
  const third = takeRoom()
  expect(third).not.toBe(null)
  second?.()
  third?.()
})
