import { sha256 } from '~/lib/token.server'
import { UncoveredCharacters } from './characters'
import { printer } from './printer.server'
import type { Renderer } from './renderer.server'

const AT_MOST = 40
const printed = new Map<string, Buffer>()

/**
 * The PDF, or the characters that keep it from being printed. Those printed last are kept under what they are made
 * from, as the same gives the same bytes.
 */
export async function printOnce(madeFrom: string, draw: (renderer: Renderer) => Promise<Buffer>): Promise<Buffer | { uncovered: string[] }> {
  const key = sha256(madeFrom).toString('base64url')
  const known = printed.get(key)
  if (known) return known
  try {
    const pdf = await draw(await printer())
    if (printed.size >= AT_MOST) printed.clear()
    printed.set(key, pdf)
    return pdf
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { uncovered: error.characters }
    throw error
  }
}
