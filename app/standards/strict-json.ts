import { isObject, type JsonObject } from './json'

export type Unreadable =
  | 'not-json'
  | 'not-an-object'
  | 'too-long'
  | 'too-deep'
  | 'too-many-members'
  | 'repeated-member'
  | 'broken-text'

export const MAX_LENGTH = 1_000_000
const MAX_DEPTH = 48
const MAX_TOKENS = 60_000

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

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs

/** Looks at the tokens only: what is no JSON at all may pass here, JSON.parse sees to that. */
function findFault(text: string): Unreadable | null {
  const open: (Set<string> | null)[] = []
  let count = 0
  let lastString = ''
  for (const [token] of text.matchAll(TOKENS)) {
    if (++count > MAX_TOKENS) return 'too-many-members'
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null)
      if (open.length > MAX_DEPTH) return 'too-deep'
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':') {
      const fault = claim(open.at(-1), lastString)
      if (fault) return fault
    } else if (token !== ',') {
      const string = decoded(token)
      if (string === null || !string.isWellFormed()) return 'broken-text'
      lastString = string
    }
  }
  return null
}

function claim(members: Set<string> | null | undefined, name: string): Unreadable | null {
  if (!members) return null
  if (name === '__proto__' || members.has(name)) return 'repeated-member'
  members.add(name)
  return null
}

function decoded(token: string): string | null {
  if (!token.includes('\\')) return token.slice(1, -1)
  try {
    return JSON.parse(token) as string // A token in quotes can only be a string.
  } catch {
    return null
  }
}
