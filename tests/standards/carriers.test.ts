import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { bakedInSvg } from '~/standards/baked-svg'
import { unpack } from '~/standards/carrier'
import { verifyCredential } from '~/standards/verification'
import { factsOf } from '../documents/specimen-facts'
import { withinASecond } from './effort'
import { baked, chunk, packed, pdf, png, svg } from './carriers'
import { describePublished, publishedPath } from './conformance'
import { issuedBadge, key, NOW, outcomes, statusList, world, LIST } from './issued'

const TEXTS = [
  '{"name":"Ünïcödé 中文 עברית العربية हिन्दी ไทย 日本語 한국어 Ελλάδα Кириллица 🎓"}',
  '{"name":"]]> <!-- & \\" \u2028 \u2029 \\u0000"}',
  'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
]
const inCdata = (text: string) => text.replaceAll(']]>', ']]]]><![CDATA[>')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

let text: string
beforeAll(async () => {
  text = (await issuedBadge()).text
})

test('a text comes out of every carrier as it went in', () => {
  for (const text of TEXTS) {
    expect(unpack(Buffer.from(text))).toEqual({ text })
    expect(unpack(png(chunk('tEXt', Buffer.from('Title\0x')), baked(text)))).toEqual({ text })
    const prefix = 'openbadges:credential'
    expect(unpack(svg(`<${prefix}><![CDATA[${inCdata(text)}]]></${prefix}>`))).toEqual({ text })
    expect(unpack(svg(`<${prefix} verify="${escaped(text)}"/>`))).toEqual({ text })
    expect(unpack(svg(`<${prefix}>${escaped(text)}</${prefix}>`))).toEqual({ text })
  }
})

test('a credential verifies from a picture, a drawing and a PDF as it does by itself', async () => {
  const pictures = [
    Buffer.from(text),
    png(baked(text)),
    svg(`<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`),
  ]
  const papers = [
    pdf({ text }),
    pdf({ text, filter: '/Filter /FlateDecode', bytes: deflateSync(text) }),
    pdf({ text, isNamed: false }, { text: 'a photograph of something else' }),
  ]
  const lookups = world([key], { [LIST]: await statusList() })
  for (const file of pictures) expect((await verifyCredential(file, { now: NOW, lookups })).valid).toBe(true)
  for (const file of papers) {
    const { checks } = await verifyCredential(file, { now: NOW, lookups })
    const others = checks.filter(({ outcome }) => outcome !== 'passed')
    expect(others.map(({ name, outcome }) => `${name} ${outcome}`), 'what another program put on the page').toEqual(['printed unknown'])
  }
})

test('our own certificate carries its credential, byte for byte', async () => {
  const facts = factsOf()
  const file = await renderCertificate({ ...facts, credential: { ...facts.credential, bytes: Buffer.from(text) } })
  expect(unpack(file)).toEqual({ text })
})

test('the older namespaces are read, and a foreign one is nothing', () => {
  const older = 'xmlns:ob="http://openbadges.org"'
  expect(unpack(svg('<ob:assertion verify="https://a.example/1"/>', older))).toEqual({ text: 'https://a.example/1' })
  expect(unpack(svg('<ob:credential verify="x"/>', older))).toEqual({ unreadable: 'picture-without' })
  expect(unpack(svg('<ob:credential verify="x"/>', 'xmlns:ob="https://evil.example"'))).toEqual({ unreadable: 'picture-without' })
  const own = '<credential xmlns="https://purl.imsglobal.org/ob/v3p0" verify="x"/>'
  expect(bakedInSvg(`<svg xmlns:a="b">${own}</svg>`)).toEqual({ text: 'x' })
})

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const credential = '<openbadges:credential verify="x"/>'

test.each<[string, () => Buffer, string]>([
  ['a picture without one', () => png(), 'picture-without'],
  ['a picture with two', () => png(baked('{}'), baked('{}')), 'picture-twice'],
  ['a picture with a compressed one', () => png(packed('{}')), 'picture-packed'],
  ['a picture with one in another way compressed', () => png(chunk('zTXt', bytesOf('openbadgecredential\0\0x'))), 'picture-packed'],
  ['a picture cut short', () => png(baked('{}')).subarray(0, -20), 'picture-broken'],
  ['a picture with a chunk longer than the file', () => Buffer.concat([png().subarray(0, 33), Buffer.alloc(8, 0x7f)]), 'picture-broken'],
  ['a picture whose credential was changed without its sum', () => {
    const file = png(baked('{"a":1}'))
    file[file.indexOf('"a"') + 1] = 0x62
    return file
  }, 'picture-broken'],
  ['a photo', () => bytesOf('\xff\xd8\xff\xe0rest'), 'other-picture'],
  ['a drawing without one', () => svg('<script>alert(1)</script>'), 'picture-without'],
  ['a drawing with two', () => svg(credential + credential), 'picture-twice'],
  ['a drawing with one in a comment', () => svg(`<!-- ${credential} -->`), 'picture-without'],
  ['a drawing with one in a text', () => svg(`<text><![CDATA[${credential}]]></text>`), 'picture-without'],
  ['a drawing with entities', () => Buffer.from(`<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>`), 'picture-broken'],
  ['a drawing whose prefix means two things', () => svg(`${credential}<g xmlns:openbadges="urn:x"/>`), 'picture-broken'],
  ['a drawing with elements in it', () => svg('<openbadges:credential><b/></openbadges:credential>'), 'picture-broken'],
  ['a drawing without an end', () => svg('<openbadges:credential><![CDATA[{'), 'picture-broken'],
  ['a PDF without one', () => pdf(), 'pdf-without'],
  ['a PDF with another file', () => pdf({ text: 'hello' }), 'pdf-without'],
  ['a PDF with two', () => pdf({ text: '{"@context":1}' }, { text: '{"@context":2}' }), 'pdf-several'],
  ['a PDF with a password', () => Buffer.concat([pdf(), bytesOf('trailer << /Encrypt 9 0 R >>')]), 'pdf-locked'],
  ['a PDF whose attachment never ends', () => pdf({
    text: '', filter: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(200_000_000)),
  }), 'pdf-without'],
  ['an archive', () => bytesOf('PK\x03\x04'), 'archive'],
  ['bytes that are no text', () => bytesOf('\xc3\x28\xa0\xa1'), 'not-text'],
  ['a web page', () => Buffer.from('<!doctype html><html></html>'), 'not-json'],
  ['50 MB of nothing', () => Buffer.alloc(50_000_000), 'too-long'],
])('%s is told apart, in no time', async (_what, file, unreadable) => {
  const bytes = file()
  expect(await withinASecond(() => unpack(bytes))).toEqual({ unreadable })
})

test('five megabytes of beginnings wear nobody out', async () => {
  const repeated = (part: string) => Buffer.from(part.repeat(Math.floor(4_900_000 / part.length)))
  const files = [
    repeated('<'), repeated('<svg '), repeated('<svg a="'), repeated('<svg><!--'), repeated('<svg>'),
    Buffer.concat([Buffer.from('<svg>'), repeated("<a b='")]), Buffer.concat([Buffer.from('<svg '), repeated('a=" ')]),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('1 0 obj ')]),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('1 0 obj stream ')]),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('/EF <<')]),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('/EF << /F 1 ')]),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('1 0 obj<</ObjStm/Length 1>>stream\nxendstream endobj ')]),
    Buffer.concat([png().subarray(0, 33), Buffer.alloc(4_900_000)]),
  ]
  for (const file of files) {
    expect(await withinASecond(() => unpack(file), file.toString('latin1', 0, 30))).toHaveProperty('unreadable')
  }
})

describePublished('the baked samples of 1EdTech', () => {
  test.each(['json.png', 'json.svg', 'jwt.png', 'jwt.svg', 'jwt_v1.png', 'jwt_v1.svg'])('simple-%s is unbaked, and its proof holds', async name => {
    const file = readFileSync(publishedPath(`samples-1edtech-ob30/simple-${name}`))
    const { valid, checks } = await verifyCredential(file, { now: NOW, lookups: world([]) })
    expect(outcomes(checks)).toMatchObject({ format: 'passed', schema: 'passed', proof: 'passed', issuer: 'unknown' })
    expect(valid).toBe(null)
  })
})
