import { documentLoader } from '~/standards/contexts'

/** What the words in a document of ours mean: its contexts, as they are published. */
export function meanings(contexts: readonly string[]) {
  return Promise.all(contexts.map(async url => ({ url, document: (await documentLoader(url)).document })))
}
