import { renderCertificate, type CertificateFacts } from './certificate'
import { uncoveredCharacters, UncoveredCharacters } from './characters'

/** What may be asked of the thread that draws, and what it answers. Both travel by structured clone. */
export type Request = { facts: CertificateFacts } | { text: string; language: string }

export type Answer = { pdf: Uint8Array } | { uncovered: string[] } | { failure: string }

export async function answer(request: Request): Promise<Answer> {
  if ('text' in request) return { uncovered: uncoveredCharacters(request.text, request.language) }
  try {
    return { pdf: await renderCertificate(request.facts) }
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { uncovered: error.characters }
    return { failure: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}
