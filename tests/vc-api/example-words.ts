import { contexts } from '@digitalbazaar/credentials-context'

/** W3C publishes these words for examples alone, and its suites use them. The product does not hold them. */
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'

// Whoever reads contexts must do so after this.
contexts.set(EXAMPLES, { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } })
