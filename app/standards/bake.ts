import { crc32 } from 'node:zlib'
import { isPng, KEYWORDS, keywordIn } from './baked-png'
import { carriersIn, OPEN_BADGES } from './baked-svg'

/**
 * The picture with the credential in it as Open Badges 3.0 §5.3.1 has it: one uncompressed iTXt before the image
 * itself. One that was baked in earlier is replaced.
 *
 * @throws RangeError for what is no PNG
 */
export function bakeIntoPng(png: Uint8Array, text: string): Buffer {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!isPng(bytes)) throw new RangeError('Only a PNG can be baked as one.')
  const [header, ...rest] = chunksOf(bytes)
  if (header === undefined) throw new RangeError('This PNG is empty.')
  return Buffer.concat([bytes.subarray(0, 8), header, chunk('iTXt', `openbadgecredential\0\0\0\0\0${text}`), ...rest.filter(isNotBaked)])
}

/**
 * The drawing with the credential in it as Open Badges 3.0 §5.3.2 has it: a JWT as an attribute, JSON between the
 * tags. One that was baked in earlier is replaced.
 *
 * @throws RangeError for what is no SVG
 */
export function bakeIntoSvg(svg: string, text: string): string {
  const blank = withoutCarriers(svg)
  const root = /<(?:\w+:)?svg(?=[\s>])(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(blank)
  if (!root || root[0].endsWith('/>')) throw new RangeError('Only an SVG can be baked as one.')
  const before = blank.slice(0, root.index)
  const after = blank.slice(root.index + root[0].length)
  return `${before}${declared(root[0])}${carrier(text)}${after}`
}

function chunksOf(bytes: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 < bytes.length ? at + 12 + bytes.readUInt32BE(at) : Infinity
    if (end > bytes.length) throw new RangeError('This PNG ends early.')
    chunks.push(bytes.subarray(at, end))
    at = end
  }
  return chunks
}

function isNotBaked(chunk: Buffer): boolean {
  const isText = /^[izt](TXt|EXt)$/.test(chunk.toString('latin1', 4, 8))
  return !isText || !KEYWORDS.has(keywordIn(chunk.subarray(8, -4)))
}

function chunk(type: string, content: string): Buffer {
  const body = Buffer.from(type + content)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function withoutCarriers(svg: string): string {
  let [kept, from] = ['', 0]
  for (const carrier of carriersIn(svg)) {
    if (carrier === null) throw new RangeError('This SVG is not well-formed.')
    kept += svg.slice(from, carrier.start)
    from = carrier.end
  }
  return kept + svg.slice(from)
}

/** The opening tag, in which the prefix means what it is to mean. */
function declared(tag: string): string {
  const others = tag.replace(/\s+xmlns:openbadges\s*=\s*(?:"[^"]*"|'[^']*')/, '')
  return `${others.slice(0, -1)} xmlns:openbadges="${OPEN_BADGES}">`
}

function carrier(text: string): string {
  if (!text.startsWith('{')) return `<openbadges:credential verify="${text}"/>`
  return `<openbadges:credential><![CDATA[${asCharacterData(text)}]]></openbadges:credential>`
}

/** What would end the section early, and what XML cannot hold: in JSON both stand inside strings, where an escape is equal. */
function asCharacterData(json: string): string {
  return json.replaceAll(']]>', ']]\\u003e').replace(/[\ufffe\uffff]/g, one => `\\u${one.charCodeAt(0).toString(16)}`)
}
