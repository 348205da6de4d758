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

/** The document says something its contexts give no meaning to, or is built to wear the reader out. */
export class NotCanonical extends Error {}

export async function canonicalRdf(document: JsonObject): Promise<string> {
  try {
    return await canonize(await jsonld.toRDF(document, RDF_OPTIONS))
  } catch (cause) {
    throw new NotCanonical(cause instanceof Error ? cause.message : 'unknown', { cause })
  }
}

export function canonize(dataset: Quad[]): Promise<string> {
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' })
}

export const RDF_OPTIONS = { documentLoader, safe: true, base: null, rdfDirection: 'i18n-datatype' } as const
