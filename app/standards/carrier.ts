import { attachedToPdf } from './attached-pdf'
import { bakedInPng, isPng } from './baked-png'
import { bakedInSvg } from './baked-svg'
import type { Unreadable } from './strict-json'

/** No file that carries a credential is longer. */
export const LONGEST_FILE = 12_000_000

const OTHER_PICTURES = ['\xff\xd8\xff', 'GIF8', 'RIFF', 'BM', 'II*\0', 'MM\0*']

/** The credential in a file: baked into a picture, attached to a PDF, or the text itself. */
export function unpack(file: Uint8Array): { text: string } | { unreadable: Unreadable } {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length > LONGEST_FILE) return { unreadable: 'too-long' }
  if (isPng(bytes)) return bakedInPng(bytes)
  const start = bytes.toString('latin1', 0, 1024)
  if (start.includes('%PDF-')) return attachedToPdf(bytes)
  if (OTHER_PICTURES.some(beginning => start.startsWith(beginning))) return { unreadable: 'other-picture' }
  if (start.startsWith('PK\x03\x04')) return { unreadable: 'archive' }
  const text = decoded(bytes)
  if (text === null) return { unreadable: 'not-text' }
  return /^\s*</.test(text) ? inMarkup(text) : { text }
}

function inMarkup(text: string) {
  return /<(\w+:)?svg[\s>]/i.test(text) ? bakedInSvg(text) : { unreadable: 'not-json' as const }
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
