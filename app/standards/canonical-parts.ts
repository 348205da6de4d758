import { canonize, NotCanonical, type Quad } from './canonical-rdf'
import { asList, type JsonObject } from './json'
import { quadsByPattern } from './rdf-pattern'

/**
 * The text that `canonicalRdf` gives, for documents of our own of which there are many alike: every activity and
 * every endorsement has a pattern of its own, so that their number makes no new one.
 */
export async function canonicalByParts(document: JsonObject): Promise<string> {
  try {
    const quads = await Promise.all(partsOf(document).map((part, at) => quadsByPattern(part, `p${at}`)))
    return await canonize(distinct(quads.flat()))
  } catch (cause) {
    if (cause instanceof NotCanonical) throw cause
    throw new NotCanonical(cause instanceof Error ? cause.message : 'unknown', { cause })
  }
}

function partsOf({ evidence, endorsement, ...rest }: JsonObject): JsonObject[] {
  const { '@context': context = [], id, type = [] } = rest
  // Without a name, two parts would be about two things.
  if (id === undefined && (evidence ?? endorsement) !== undefined) throw new NotCanonical('A document of many has a name.')
  const within = (member: JsonObject) => ({ '@context': context, id: id ?? null, type, ...member })
  return [
    rest,
    ...asList(evidence).map(each => within({ evidence: [each] })),
    ...asList(endorsement).map(each => within({ endorsement: [each] })),
  ]
}

/** What several parts say of a thing with a name is said once: RDF is a set. */
function distinct(quads: Quad[]): Quad[] {
  const seen = new Set<string>()
  return quads.filter(({ subject, predicate, object, graph }) => {
    if ([subject, object, graph].some(({ termType }) => termType === 'BlankNode')) return true
    const { value, datatype, language } = object
    const said = [subject.value, predicate.value, object.termType, value, datatype?.value, language, graph.value].join('\n')
    return !seen.has(said) && seen.add(said)
  })
}
