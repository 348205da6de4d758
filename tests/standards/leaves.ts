import type { Json, JsonObject } from '~/standards/json'

export interface Twin {
  path: string
  document: JsonObject
}

/** One copy of the document for every leaf of its JSON, in which that leaf alone is another. */
export function twinsOf(document: JsonObject): Twin[] {
  return leavesOf(document).map(path => ({
    path: path.join('.'),
    document: changed(document, path, otherThan),
  }))
}

/** One copy for every member and list entry, in which that is missing. */
export function gapsOf(document: JsonObject): Twin[] {
  return pathsOf(document).map(path => ({
    path: path.join('.'),
    document: changed(document, path, () => undefined),
  }))
}

type Path = (string | number)[]

function leavesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
}

/** The way to every member and list entry, at whatever depth. */
export function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]))
  return path.length > 0 ? [path, ...below] : below
}

function entries(value: Json[] | JsonObject): [string | number, Json][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value)
}

function otherThan(leaf: Json): Json {
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf === 'number') return leaf + 1
  return `${String(leaf)}x`
}

export function changed(
  document: JsonObject,
  path: Path,
  change: (leaf: Json) => Json | undefined,
): JsonObject {
  const copy = structuredClone(document)
  let holder: Json = copy
  for (const name of path.slice(0, -1)) holder = Reflect.get(Object(holder), name)
  const last = path.at(-1) ?? ''
  const value = change(Reflect.get(Object(holder), last))
  if (value !== undefined) Reflect.set(Object(holder), last, value)
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(Object(holder), last)
  return copy
}
