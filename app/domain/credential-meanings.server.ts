import { CLR_CONTEXT } from '~/standards/clr'
import { documentLoader, OPEN_BADGE_CONTEXT } from '~/standards/contexts'

const CONTEXTS = { credential: OPEN_BADGE_CONTEXT, transcript: CLR_CONTEXT }

/** What the words in a document of ours mean: its contexts, as they are published. */
export function meanings(kind: keyof typeof CONTEXTS) {
  return Promise.all(CONTEXTS[kind].map(async url => ({ url, document: (await documentLoader(url)).document })))
}
