import type { CertificateFacts } from './certificate'
import { UncoveredCharacters } from './characters'
import { printer } from './printer.server'

const AT_MOST = 40
const printed = new Map<string, Buffer>()

/**
 * The PDF, or the characters that keep it from being printed. Those printed last are kept, as the same facts
 * give the same bytes.
 */
export async function printCertificate(facts: CertificateFacts): Promise<Buffer | { uncovered: string[] }> {
  const { url } = facts.credential
  const known = printed.get(url)
  if (known) return known
  try {
    const pdf = await (await printer()).renderCertificate(facts)
    if (printed.size >= AT_MOST) printed.clear()
    printed.set(url, pdf)
    return pdf
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { uncovered: error.characters }
    throw error
  }
}
