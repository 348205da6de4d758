import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { bakeIntoPng, bakeIntoSvg } from '~/standards/bake'
import { bakedInSvg } from '~/standards/baked-svg'
import { unpack } from '~/standards/carrier'
import { verifyCredential } from '~/standards/verification'
import { baked, chunk, png, svg } from './carriers'
import { describePublished, publishedPath } from './conformance'
import { issuedBadge, key, NOW, statusList, world, LIST } from './issued'

const NAMES = [
  'Gülşah Çağlayan', 'Nguyễn Ánh', 'Αλέξανδρος', 'Щербакова', 'فاطمة الزهراء', 'נועה לוי', 'प्रिया शर्मा', 'สมชาย ใจดี',
  '王小明', '山田 太郎 ヤマダ', '김민준', 'ნინო', 'Զարուհի', 'ሰላም', '🎓👩🏽‍🔬', ']]> <!-- &amp; "\\"', '\u2028\u2029\u0085\u200f', '\ufffe\uffff\u0000\r\n',
]
const TEXTS = NAMES.map(name => JSON.stringify({ name, again: `${name}]]>` }))
const JWT = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'
const drawing = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>'

let picture: Buffer
beforeAll(async () => {
  picture = await sharp(Buffer.from(drawing)).png().toBuffer()
})

/** Written from the standard alone: types and contents, in their order. */
function readChunks(bytes: Buffer) {
  const chunks: { type: string; content: Buffer }[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length) })
  }
  return chunks
}

function readPng(bytes: Buffer): string {
  const chunks = readChunks(bytes)
  const texts = chunks.filter(({ type, content }) => type === 'iTXt' && content.toString('latin1').startsWith('openbadgecredential\0'))
  expect(texts).toHaveLength(1)
  const types = chunks.map(({ type }) => type)
  expect(types.indexOf('iTXt')).toBeLessThan(types.indexOf('IDAT'))
  const content = texts[0]?.content ?? Buffer.alloc(0)
  expect([...content.subarray(19, 24)]).toEqual([0, 0, 0, 0, 0])
  return content.toString('utf8', 24)
}

function readSvg(text: string): string {
  const sections = [...text.matchAll(/<openbadges:credential><!\[CDATA\[([^]*?)\]\]><\/openbadges:credential>/g)]
  expect(sections).toHaveLength(1)
  expect(text.match(/<openbadges:credential/g)).toHaveLength(1)
  expect(text).toMatch(/<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential>/)
  return sections[0]?.[1] ?? ''
}

test.each(TEXTS)('%s comes out of a picture as it went in, byte for byte', async text => {
  const bytes = bakeIntoPng(picture, text)
  expect(unpack(bytes)).toEqual({ text })
  expect(readPng(bytes)).toBe(text)
  expect((await sharp(bytes).raw().toBuffer()).equals(await sharp(picture).raw().toBuffer())).toBe(true)
})

test.each(TEXTS)('%s comes out of a drawing as the same JSON', async text => {
  const baked = bakeIntoSvg(drawing, text)
  const unbaked = unpack(Buffer.from(baked))
  expect(unbaked).toEqual({ text: readSvg(baked) })
  expect(JSON.parse(readSvg(baked))).toEqual(JSON.parse(text))
  if (!/]]>|[\ufffe\uffff]/.test(text)) expect(readSvg(baked)).toBe(text)
  // Its drawing program reads XML strictly, and draws as before.
  expect((await sharp(Buffer.from(baked)).raw().toBuffer()).equals(await sharp(picture).raw().toBuffer())).toBe(true)
})

test('a JWT goes into a picture as it is, and into a drawing as the attribute', () => {
  expect(readPng(bakeIntoPng(picture, JWT))).toBe(JWT)
  expect(bakeIntoSvg(drawing, JWT)).toContain(`<openbadges:credential verify="${JWT}"/>`)
  expect(bakedInSvg(bakeIntoSvg(drawing, JWT))).toEqual({ text: JWT })
})

test('what is baked twice holds the second alone, and baking the same gives the same bytes', () => {
  const [first = '', second = ''] = TEXTS
  const once = bakeIntoPng(picture, second)
  expect(bakeIntoPng(bakeIntoPng(picture, first), second).equals(once)).toBe(true)
  expect(bakeIntoSvg(bakeIntoSvg(drawing, first), second)).toBe(bakeIntoSvg(drawing, second))
  expect(bakeIntoSvg(bakeIntoSvg(drawing, JWT), second)).toBe(bakeIntoSvg(drawing, second))
})

test('what others baked is replaced too, and what else a picture says stays', () => {
  const other = chunk('tEXt', Buffer.from('Title\0An emblem'))
  const older = bakeIntoPng(png(other, baked('{"older":true}', 'openbadges'), baked('{}')), '{"a":1}')
  expect(readPng(older)).toBe('{"a":1}')
  expect(readChunks(older).map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'tEXt', 'IDAT', 'IEND'])
  const foreign = svg('<openbadges:assertion verify="https://a.example/1"><![CDATA[{}]]></openbadges:assertion>', 'xmlns:openbadges="http://openbadges.org"')
  expect(readSvg(bakeIntoSvg(foreign.toString(), '{"a":1}'))).toBe('{"a":1}')
})

test('a credential is valid out of what it was baked into', async () => {
  const { text } = await issuedBadge()
  const lookups = world([key], { [LIST]: await statusList() })
  for (const file of [bakeIntoPng(picture, text), Buffer.from(bakeIntoSvg(drawing, text))]) {
    expect((await verifyCredential(file, { now: NOW, lookups })).valid).toBe(true)
  }
})

test('what is no picture of that kind, or a broken one, is never baked', () => {
  for (const file of [Buffer.from('GIF89a'), picture.subarray(0, -5), picture.subarray(0, 8)]) {
    expect(() => bakeIntoPng(file, '{}')).toThrow(RangeError)
  }
  for (const text of ['<html></html>', '<svg/>', '<svg', '<svg><openbadges:credential']) {
    expect(() => bakeIntoSvg(text, '{}')).toThrow(RangeError)
  }
})

describePublished('the baked samples of 1EdTech', () => {
  test.each(['json', 'jwt'])('simple-%s is baked anew', name => {
    const file = (ending: string) => readFileSync(publishedPath(`samples-1edtech-ob30/simple-${name}.${ending}`))
    expect(readPng(bakeIntoPng(file('png'), '{"a":1}'))).toBe('{"a":1}')
    expect(unpack(Buffer.from(bakeIntoSvg(file('svg').toString(), '{"a":1}')))).toEqual({ text: '{"a":1}' })
  })
})
