import { isObject, type JsonObject } from './json'

export type Unreadable =
  | 'not-json'
  | 'not-an-object'
  | 'too-long'
  | 'too-deep'
  | 'too-many-members'
  | 'repeated-member'
  | 'broken-text'
  | 'not-text'
  | 'archive'
  | 'other-picture'
  | 'picture-without'
  | 'picture-broken'
  | 'picture-packed'
  | 'picture-twice'
  | 'pdf-without'
  | 'pdf-locked'
  | 'pdf-several'

const MAX_LENGTH = 8_000_000
const MAX_DEPTH = 48
const MAX_MEMBERS = 400_000
// Each is a node of the graph that a proof is about; a record of four hundred with all their endorsements fits.
const MAX_OBJECTS = 40_000

/**
 * Reads what a stranger wrote. Stricter than JSON.parse where two programs could read one text differently:
 * a member twice, half a surrogate pair (UTF-8 turns each into the same replacement character), `__proto__`.
 */
export function readJson(text: string): { document: JsonObject } | { unreadable: Unreadable } {
  if (text.length > MAX_LENGTH) return { unreadable: 'too-long' }
  const fault = findFault(text)
  if (fault) return { unreadable: fault }
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isObject(document) ? { document } : { unreadable: 'not-an-object' }
  } catch {
    return { unreadable: 'not-json' }
  }
}

/** Looks at strings and brackets only: what is no JSON at all may pass here, JSON.parse sees to that. */
function findFault(text: string): Unreadable | null {
  const open: (Set<string> | null)[] = []
  let [count, objects] = [0, 0]
  let name = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const end = endOfString(text, at)
      const string = decoded(text.slice(at, end + 1))
      if (end === -1 || string === null) return 'not-json'
      if (!string.isWellFormed()) return 'broken-text'
      name = string
      at = end
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null)
      if (open.length > MAX_DEPTH) return 'too-deep'
      if (character === '{' && ++objects > MAX_OBJECTS) return 'too-many-members'
    } else if (character === '}' || character === ']') {
      open.pop()
    } else if (character === ',' || character === ':') {
      if (++count > MAX_MEMBERS) return 'too-many-members'
      const members = open.at(-1)
      if (character === ':' && members && !claims(members, name)) return 'repeated-member'
    }
  }
  return null
}

/** The closing quote of the string that opens here, or -1. No text makes it look at a character twice. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}

function claims(members: Set<string>, name: string): boolean {
  if (name === '__proto__' || members.has(name)) return false
  members.add(name)
  return true
}

function decoded(token: string): string | null {
  if (!token.includes('\\')) return token.slice(1, -1)
  try {
    return JSON.parse(token) as string // A token in quotes can only be a string.
  } catch {
    return null
  }
}
