import rdfCanonize from 'rdf-canonize'
import { documentLoader } from './contexts'
import type { JsonObject } from './json'
import { jsonld } from './jsonld-fast'

/** What jsonld and rdf-canonize hand each other. */
export interface Quad {
  subject: Term
  predicate: Term
  object: Term
  graph: Term
}

export interface Term {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
  value: string
  datatype?: Term
  language?: string
}

/** What nodes without a name are told apart by (RDFC-1.0 §4.2): keys of more bits want the longer one. */
export type RdfDigest = 'SHA-256' | 'SHA-384'

/** The document says something its contexts give no meaning to, or is built to wear the reader out. */
export class NotCanonical extends Error {}

export async function canonicalRdf(document: JsonObject, digest: RdfDigest = 'SHA-256'): Promise<string> {
  try {
    return await canonize(await jsonld.toRDF(document, RDF_OPTIONS), digest)
  } catch (cause) {
    throw new NotCanonical(cause instanceof Error ? cause.message : 'unknown', { cause })
  }
}

export function canonize(dataset: Quad[], digest: RdfDigest = 'SHA-256'): Promise<string> {
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', messageDigestAlgorithm: digest })
}

export const RDF_OPTIONS = { documentLoader, safe: true, base: null, rdfDirection: 'i18n-datatype' } as const
