export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON-LD writes one value alone or in a list, and means the same. */
export function asList(value: Json | undefined): Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

export function hasType(object: JsonObject, type: string): boolean {
  return asList(object.type).includes(type)
}

export function textOr<T>(value: Json | undefined, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise
}

export function present(members: Record<string, Json | undefined>): JsonObject {
  const kept: JsonObject = {}
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value
  return kept
}

/** RFC 8785: members in the order of their UTF-16 code units, no spaces: equal values have equal bytes. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}

/** Every object inside a value but contexts, the value itself first, each with the path that leads to it. */
export function* objectsIn(value: Json, path = ''): Generator<{ object: JsonObject; path: string }> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* objectsIn(member, `${path}[${index}]`)
  } else if (isObject(value)) {
    yield { object: value, path }
    for (const [name, member] of Object.entries(value)) {
      if (name !== '@context') yield* objectsIn(member, path ? `${path}.${name}` : name)
    }
  }
}
