import { passed, unknown, type Check } from './check'
import { asList, hasType, isObject, objectsIn, textOr, type JsonObject } from './json'
import { enveloped, readJwt } from './jwt'

/** CLR 2.0: what it connects are achievements, which it need not all hold. Null: it connects none. */
export function checkAssociations(document: JsonObject): Check | null {
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {}
  const associations = asList(subject.association).filter(isObject)
  if (associations.length === 0) return null
  const held = achievementsIn(document)
  const named = associations.flatMap(({ sourceId, targetId }) => [textOr(sourceId, ''), textOr(targetId, '')])
  const missing = named.find(id => !held.has(id))
  if (missing !== undefined) return unknown('associations', { code: 'associations.elsewhere', achievement: missing })
  return passed('associations', { code: 'associations.here', count: associations.length })
}

function achievementsIn(document: JsonObject): Set<string> {
  const ids = new Set<string>()
  for (const { object } of objectsIn(document)) {
    if (hasType(object, 'Achievement')) ids.add(textOr(object.id, ''))
    const tokens = [...asList(object.verifiableCredential), enveloped(object)?.text ?? null]
    for (const token of tokens) if (typeof token === 'string') for (const id of idsInToken(token)) ids.add(id)
  }
  return ids
}

function idsInToken(token: string): Iterable<string> {
  const read = readJwt(token)
  return 'document' in read ? achievementsIn(read.document) : []
}
