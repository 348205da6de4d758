import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { packed } from '~/documents/packed'
import { verifyCredential } from '~/standards/verification'
import { pdf } from '../standards/carriers'
import { withinASecond } from '../standards/effort'
import { issuedBadge, key, NOW, world } from '../standards/issued'
import { credentialOf, factsOf, names } from './specimen-facts'

async function signedFor(name: string) {
  return credentialOf((await issuedBadge({ recipient: { name } })).text)
}

const certificate = async (printed: string, signed: string, language?: string) =>
  renderCertificate(factsOf({ learner: { name: printed, ...(language && { language }) }, credential: await signedFor(signed) }))

async function said(file: Uint8Array) {
  const { checks, valid } = await withinASecond(() => verifyCredential(file, { now: NOW, lookups: world([key]) }))
  return { valid, proof: checks.find(({ name }) => name === 'proof')?.outcome, printed: checks.find(({ name }) => name === 'printed')?.detail.code }
}

/** Does to what each page draws what a forger would: the file is no worse for it, and the attachment is not touched. */
function redrawn(file: Buffer, change: (content: string) => string): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (const { index, 0: head } of file.toString('latin1').matchAll(/<<\s*\/Length (\d+)\s*\/Filter \/FlateDecode\s*>>\s*stream\n/g)) {
    const from = index + head.length
    const length = Number(/\d+/.exec(head)?.[0])
    const kept = file.subarray(from, from + length)
    const content = inflateSync(kept).toString('latin1')
    const changed = / Tf \[/.test(content) ? packed(Buffer.from(change(content), 'latin1')) : kept
    parts.push(file.subarray(at, index), Buffer.from(head.replace(`${length}`, `${changed.length}`)), changed)
    at = from + length
  }
  return Buffer.concat([...parts, file.subarray(at)])
}

/** The size that only the name has. */
const NAME = /(?<=\/F\d+ (?:3[0-9]|4[0-9])(?:\.\d+)? Tf \[<)[0-9a-f]{4}/

test.each(Object.entries(names))('the name on the page is found to be the one that was signed: %s', async (language, name) => {
  expect(await said(await certificate(name, name, language))).toMatchObject({ proof: 'passed', printed: 'printed.same' })
})

test('a name that takes two lines, or has letters written in two ways, is the same name', async () => {
  const spelt = ['Zoe\u0308 O’Brien', 'Dr\u00a0Ana  Duarte', 'Sofia Griffith-Fjell', 'Anne\u2011Marie O\'Neil', 'Ðorđe Ŀuís', 'Ana (Ani) <b>', 'علي Al-Rashid 3']
  for (const name of ['Maximiliane Wilhelmina Theodora von Hohenstein-Ravensburg zu Oberammergau', ...spelt]) {
    expect((await said(await certificate(name, name))).printed, name).toBe('printed.same')
  }
})

test('a page that was made out to somebody else is noticed, though what is attached holds', async () => {
  expect(await said(await certificate('Ines Falk', 'Ana Duarte'))).toEqual({ valid: false, proof: 'passed', printed: 'printed.differs' })
  const file = await certificate('Ana Duarte', 'Ana Duarte')
  expect(redrawn(file, content => content)).toHaveLength(file.length)
  const tampered = redrawn(file, content => {
    expect(content.includes('/MCID 0') && NAME.test(content) || !NAME.test(content)).toBe(true)
    return content.replace(NAME, '0002')
  })
  expect(await said(tampered)).toEqual({ valid: false, proof: 'passed', printed: 'printed.differs' })
})

test('of a page that another program made or changed nothing is said', async () => {
  const file = await certificate('Ana Duarte', 'Ana Duarte')
  const { bytes } = await signedFor('Ana Duarte')
  const appended = Buffer.concat([file, Buffer.from('\n11 0 obj\n<< /Type /Page >>\nendobj\nstartxref\n0\n%%EOF\n')])
  const page = /\n(\d+) 0 obj\n<<[^>]*\/Type \/Page\n/.exec(file.toString('latin1'))?.[1] ?? ''
  expect(page).not.toBe('')
  const doubled = Buffer.from(file.toString('latin1').replace('\nxref\n', `\n${page} 0 obj\n<< /Type /Page >>\nendobj\nxref\n`), 'latin1')
  const hidden = redrawn(file, content => content.replace(/BT /, 'BT 3 Tr '))
  const otherwise = redrawn(file, content => content.replace(/<([0-9a-f]{4})>/, '(\\000\\001)'))
  const endless = redrawn(file, content => content + ' '.repeat(50_000_000))
  for (const other of [pdf({ text: Buffer.from(bytes).toString() }), appended, doubled, hidden, otherwise, endless]) {
    const { valid, proof, printed } = await said(other)
    expect([valid === true, proof, printed]).toEqual([false, 'passed', 'printed.unread'])
  }
})

test('pages that switch fonts and pieces without end are given up in time', async () => {
  const file = await certificate('Ana Duarte', 'Ana Duarte')
  for (const much of ['/F1 9 Tf ', '/Nothing 9 Tf ', '<< >> BDC <0001> EMC ', '<0001>', '<< << << ', '/F1 ']) {
    expect((await said(redrawn(file, content => content + much.repeat(1_000_000 / much.length)))).proof).toBe('passed')
  }
})
