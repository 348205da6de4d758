import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'

const DPI = 60
/** Of a page, in pixels: about the size of a word. */
const BLOCK = 8

/** Each page as a picture. */
export async function pagesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'looks-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    await promisify(execFile)('pdftoppm', ['-r', String(DPI), '-png', join(folder, 'paper.pdf'), join(folder, 'page')])
    const pages = readdirSync(folder).filter(name => name.endsWith('.png')).sort()
    return pages.map(name => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * What an eye would notice between two pictures: the largest difference in colour, of 255, between what stands in one
 * block of each once both are blurred, so that the edges of letters may fall a little otherwise. 255 where the sizes
 * differ.
 */
export async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([blocksOf(one), blocksOf(other)])
  if (a.width !== b.width || a.height !== b.height) return 255
  return a.blocks.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (b.blocks[at] ?? 0))), 0)
}

async function blocksOf(picture: Buffer) {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const size = { width: Math.ceil(width / BLOCK), height: Math.ceil(height / BLOCK) }
  const blurred = await sharp(picture).flatten({ background: 'white' }).blur(1.5).png().toBuffer()
  const blocks = await sharp(blurred).resize({ ...size, fit: 'fill', kernel: 'linear' }).removeAlpha().raw().toBuffer()
  return { width, height, blocks }
}

/** As it is kept: small, and without loss. */
export function kept(page: Buffer): Promise<Buffer> {
  return sharp(page).webp({ lossless: true, effort: 6 }).toBuffer()
}

export function keptPages(folder: string): Buffer[] {
  if (!existsSync(folder)) return []
  const pages = readdirSync(folder).sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
  return pages.map(name => readFileSync(join(folder, name)))
}
