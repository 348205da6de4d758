import { UncoveredCharacters } from './characters'
import { printer } from './printer.server'
import type { Renderer } from './renderer.server'

const AT_MOST = 40
const printed = new Map<string, Buffer>()

/**
 * The PDF, or the characters that keep it from being printed. Those printed last are kept under their address, as
 * the same facts give the same bytes.
 */
export async function printOnce(url: string, draw: (renderer: Renderer) => Promise<Buffer>): Promise<Buffer | { uncovered: string[] }> {
  const known = printed.get(url)
  if (known) return known
  try {
    const pdf = await draw(await printer())
    if (printed.size >= AT_MOST) printed.clear()
    printed.set(url, pdf)
    return pdf
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { uncovered: error.characters }
    throw error
  }
}
