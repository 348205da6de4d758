import { documentLoader, OPEN_BADGE_CONTEXT } from '~/standards/contexts'

/** What the words in a credential of ours mean: its contexts, as they are published. */
export function meanings() {
  return Promise.all(OPEN_BADGE_CONTEXT.map(async url => ({ url, document: (await documentLoader(url)).document })))
}
