import { jsonld } from './jsonld-fast'
import { isObject, type Json, type JsonObject } from './json'
import { NotCanonical, RDF_OPTIONS, type Quad, type Term } from './canonical-rdf'

/**
 * How documents of one shape become RDF, worked out once: jsonld reads one of them with marks in the place of its
 * words, and every other of that shape has its own words where the marks came out. What is no varying word is part
 * of the shape: it makes another pattern, never another meaning.
 */
interface Pattern {
  quads: Marked[]
  words: number
}

type Marked = Record<keyof Quad, Place>

/** A word of the document, a node without a name, or what is the same in all of them. */
type Place = { word: number; as: Term } | { blank: string } | Term

const TEXTS = new Set(
  `name description narrative endorsementComment genre value caption created proofValue awardedDate validFrom validUntil
  activityStartDate activityEndDate identityHash salt statusListIndex digestMultibase`.split(/\s+/),
)
const NAMES = new Set('id resultDescription achievedLevel statusListCredential verificationMethod'.split(' '))
/** No context of ours makes a prefix of these, and nothing in such a name means more than itself. */
const NAME = /^(urn|did|https?):[^\s<>"{}|\\^`]+$/
const MOST_PATTERNS = 500

const patterns = new Map<string, Promise<Pattern>>()

/** The quads jsonld would give, but for the labels of nodes without a name: these start with `label`. */
export async function quadsByPattern(document: JsonObject, label: string): Promise<Quad[]> {
  const words: string[] = []
  const shape = shapeOf(document, '', words)
  if (patterns.size >= MOST_PATTERNS) patterns.clear()
  const known = patterns.get(shape) ?? learn(document)
  patterns.set(shape, known)
  return fill(await known, words, label)
}

function shapeOf(value: Json, member: string, words: string[]): string {
  if (typeof value === 'string') {
    const kind = kindOf(member, value)
    return kind === null ? JSON.stringify(value) : `${kind}${words.push(value)}`
  }
  if (member === '@context' || typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(each => shapeOf(each, member, words)).join()}]`
  return `{${Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${shapeOf(each, name, words)}`).join()}}`
}

/** `text`, or the scheme of a name; null for what belongs to the shape. */
function kindOf(member: string, value: string): string | null {
  if (TEXTS.has(member)) return 'text'
  return NAMES.has(member) ? (NAME.exec(value)?.[1] ?? null) : null
}

async function learn(document: JsonObject): Promise<Pattern> {
  const marks = new Map<string, number>()
  const quads = await jsonld.toRDF(marked(document, '', marks), RDF_OPTIONS)
  const seen = new Set<number>()
  const place = (term: Term): Place => {
    const word = marks.get(term.value)
    if (term.termType === 'BlankNode') return { blank: term.value }
    if (word === undefined) return term
    if (term.termType === 'NamedNode' && term.value.startsWith('text')) throw new NotCanonical('A text became a name.')
    seen.add(word)
    return { word, as: term }
  }
  const places = quads.map(({ subject, predicate, object, graph }) => (
    { subject: place(subject), predicate: place(predicate), object: place(object), graph: place(graph) }
  ))
  if (seen.size !== marks.size) throw new NotCanonical('A word was lost on the way.')
  return { quads: places, words: marks.size }
}

function marked<Value extends Json>(value: Value, member: string, marks: Map<string, number>): Value
function marked(value: Json, member: string, marks: Map<string, number>): Json {
  if (typeof value === 'string') {
    const kind = kindOf(member, value)
    if (kind === null) return value
    const mark = kind.startsWith('http') ? `${kind}://mark.invalid/${marks.size}` : `${kind}:mark:${marks.size}`
    marks.set(mark, marks.size)
    return mark
  }
  if (member === '@context') return value
  if (Array.isArray(value)) return value.map(each => marked(each, member, marks))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, name, marks)]))
}

function fill({ quads, words: expected }: Pattern, words: string[], label: string): Quad[] {
  if (words.length !== expected) throw new NotCanonical('A shape tells how many words there are.')
  const term = (place: Place): Term => {
    if ('blank' in place) return { termType: 'BlankNode', value: `${label}${place.blank}` }
    return 'word' in place ? { ...place.as, value: words[place.word] ?? '' } : place
  }
  return quads.map(({ subject, predicate, object, graph }) => (
    { subject: term(subject), predicate: term(predicate), object: term(object), graph: term(graph) }
  ))
}
