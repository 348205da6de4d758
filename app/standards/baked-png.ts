import { crc32 } from 'node:zlib'
import type { Unreadable } from './strict-json'

/** Where Open Badges 3.0 and 2.0 put the credential in a picture. */
export const KEYWORDS = new Set(['openbadgecredential', 'openbadges'])
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(SIGNATURE)
}

/** The one text baked into a PNG (Open Badges 3.0 §5.3.1). Nothing is unpacked: it has to lie there as it is. */
export function bakedInPng(bytes: Buffer): { text: string } | { unreadable: Unreadable } {
  const texts: Buffer[] = []
  for (const chunk of chunksOf(bytes)) {
    if (chunk === null) return { unreadable: 'picture-broken' }
    const keyword = keywordIn(chunk.content)
    if (!KEYWORDS.has(keyword)) continue
    const text = chunk.type === 'zTXt' ? null : textIn(chunk, keyword)
    if (text === null) return { unreadable: 'picture-packed' }
    texts.push(text)
  }
  const [text] = texts
  if (!text) return { unreadable: 'picture-without' }
  return texts.length > 1 ? { unreadable: 'picture-twice' } : decoded(text)
}

interface Chunk {
  type: string
  content: Buffer
}

/** Null for one that ends early, or whose sum is not what it says. */
function* chunksOf(bytes: Buffer): Generator<Chunk | null> {
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 < bytes.length ? at + 12 + bytes.readUInt32BE(at) : Infinity
    if (end > bytes.length) return yield null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') return
    const isText = /^[izt](TXt|EXt)$/.test(type)
    if (isText && crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return yield null
    if (isText) yield { type, content: bytes.subarray(at + 8, end - 4) }
    at = end
  }
  yield null
}

/** Of what a text chunk holds. */
export function keywordIn(content: Buffer): string {
  return content.toString('latin1', 0, Math.max(0, content.subarray(0, 80).indexOf(0)))
}

/** Null for one that is compressed, which the standard rules out. */
function textIn({ type, content }: Chunk, keyword: string): Buffer | null {
  const afterKeyword = keyword.length + 1
  if (type !== 'iTXt') return content.subarray(afterKeyword)
  if (content[afterKeyword] !== 0) return null
  const afterLanguage = content.indexOf(0, afterKeyword + 2) + 1
  const afterTranslation = content.indexOf(0, afterLanguage) + 1
  return afterLanguage === 0 || afterTranslation === 0 ? Buffer.alloc(0) : content.subarray(afterTranslation)
}

function decoded(text: Buffer): { text: string } | { unreadable: Unreadable } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(text) }
  } catch (error) {
    if (error instanceof TypeError) return { unreadable: 'not-text' }
    throw error
  }
}
