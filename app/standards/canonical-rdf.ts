import rdfCanonize from 'rdf-canonize'
import { documentLoader } from './contexts'
import type { JsonObject } from './json'
import { jsonld } from './jsonld-fast'

/** The document says something its contexts give no meaning to, or is built to wear the reader out. */
export class NotCanonical extends Error {}

export async function canonicalRdf(document: JsonObject): Promise<string> {
  try {
    const dataset = await jsonld.toRDF(document, OPTIONS)
    return await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' })
  } catch (cause) {
    throw new NotCanonical(cause instanceof Error ? cause.message : 'unknown', { cause })
  }
}

const OPTIONS = { documentLoader, safe: true, base: null, rdfDirection: 'i18n-datatype' } as const
