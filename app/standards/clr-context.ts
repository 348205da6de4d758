import type { JsonObject } from './json'

export const CLR_2 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
/** The first of them, on VC 1.1: what was signed with it has the same meaning in the words of 2.0.1. */
export const CLR_2_ALIAS = 'https://purl.imsglobal.org/spec/clr/v2p0/context.json'

const WORDS = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#'
const BADGE_WORDS = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const CREDENTIAL_WORDS = 'https://www.w3.org/2018/credentials#'

const listOf = (name: string, type: string) => ({ '@id': WORDS + name, '@type': type, '@container': '@set' })

/** What the words of CLR 2.0 mean: nobody publishes that as a package, so it is written down here. */
export const clrContext: JsonObject = {
  '@context': {
    ClrCredential: {
      '@id': `${WORDS}ClrCredential`,
      '@context': { partial: { '@id': `${WORDS}partial`, '@type': 'xsd:boolean' } },
    },
    ClrSubject: {
      '@id': `${WORDS}ClrSubject`,
      '@context': {
        achievement: listOf('achievement', `${BADGE_WORDS}Achievement`),
        association: listOf('association', `${WORDS}Association`),
        verifiableCredential: listOf('verifiableCredential', `${CREDENTIAL_WORDS}verifiableCredential`),
        identifier: listOf('identifier-1', `${BADGE_WORDS}Identifier`),
      },
    },
    Association: {
      '@id': `${WORDS}Association`,
      '@context': {
        associationType: { '@id': `${WORDS}AssociationType` },
        sourceId: { '@id': `${WORDS}sourceId`, '@type': 'xsd:anyURI' },
        targetId: { '@id': `${WORDS}targetId`, '@type': 'xsd:anyURI' },
      },
    },
  },
}
