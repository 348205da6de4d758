import { isGroup, type Group, type Requirement } from './requirement'

/** A requirement after one change, and the way to the part that the change was about. */
export interface Edited {
  requirement: Requirement
  path: string
}

/** Groups within groups, the outermost counted. */
export const MOST_DEEP = 12

export const groupKinds = ['all', 'any', 'atLeast'] as const satisfies readonly Group['kind'][]

/** The part at a path such as `0.2`; null where there is none. */
export function partAt(requirement: Requirement, path: string): Requirement | null {
  let part: Requirement | undefined = requirement
  for (const step of stepsOf(path)) part = part && isGroup(part) ? part.of[step] : undefined
  return part ?? null
}

// Each answers null where the path leads nowhere: the requirement changed since the page was made.

/** A group keeps its parts, whatever it becomes. */
export function replacePart(requirement: Requirement, path: string, part: Requirement): Edited | null {
  return editAt(requirement, path, old => (isGroup(old) && isGroup(part) ? { ...part, of: old.of } : part))
}

export function addWithin(requirement: Requirement, path: string, part: Requirement): Edited | null {
  const group = partAt(requirement, path)
  if (!group || !isGroup(group)) return null
  const edited = editAt(requirement, path, () => ({ ...group, of: [...group.of, part] }))
  return edited && { ...edited, path: join(path, group.of.length) }
}

/** After it; beside the whole means that both are asked for. */
export function addBeside(requirement: Requirement, path: string, part: Requirement): Edited | null {
  if (path === '') return { requirement: { kind: 'all', of: [requirement, part] }, path: '1' }
  const { parent, at } = parentOf(path)
  return withParts(requirement, parent, of => of.toSpliced(at + 1, 0, part), join(parent, at + 1))
}

/** Up is earlier. At either end nothing moves. */
export function movePart(requirement: Requirement, path: string, by: -1 | 1): Edited | null {
  const part = partAt(requirement, path)
  if (!part || path === '') return null
  const { parent, at } = parentOf(path)
  const group = partAt(requirement, parent)
  const to = at + by
  if (!group || !isGroup(group) || to < 0 || to >= group.of.length) return { requirement, path }
  return withParts(requirement, parent, of => of.toSpliced(at, 1).toSpliced(to, 0, part), join(parent, to))
}

/** Into a group of its own, to which others can be added. */
export function wrapPart(requirement: Requirement, path: string, kind: 'all' | 'any'): Edited | null {
  return editAt(requirement, path, part => ({ kind, of: [part] }))
}

/** The parts of a group take its place. */
export function dissolvePart(requirement: Requirement, path: string): Edited | null {
  const group = partAt(requirement, path)
  if (!group || !isGroup(group)) return null
  const [only] = group.of
  if (path === '') return { requirement: group.of.length === 1 && only ? only : { kind: 'all', of: group.of }, path }
  const { parent, at } = parentOf(path)
  return withParts(requirement, parent, of => of.toSpliced(at, 1, ...group.of), path)
}

/** What stood before it is next, or else the group it stood in. */
export function removePart(requirement: Requirement, path: string): Edited | null {
  if (!partAt(requirement, path)) return null
  if (path === '') return { requirement: { kind: 'all', of: [] }, path }
  const { parent, at } = parentOf(path)
  return withParts(requirement, parent, of => of.toSpliced(at, 1), at > 0 ? join(parent, at - 1) : parent)
}

export function depthOf(requirement: Requirement): number {
  if (!isGroup(requirement)) return 0
  return 1 + requirement.of.reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0)
}

function editAt(requirement: Requirement, path: string, edit: (part: Requirement) => Requirement): Edited | null {
  if (!partAt(requirement, path)) return null
  const rewrite = (part: Requirement, [step, ...rest]: number[]): Requirement => {
    if (step === undefined || !isGroup(part)) return edit(part)
    return { ...part, of: part.of.map((each, at) => (at === step ? rewrite(each, rest) : each)) }
  }
  return { requirement: rewrite(requirement, stepsOf(path)), path }
}

function withParts(
  requirement: Requirement, parent: string, change: (of: Requirement[]) => Requirement[], path: string,
): Edited | null {
  const edited = editAt(requirement, parent, part => (isGroup(part) ? { ...part, of: change(part.of) } : part))
  return edited && { ...edited, path }
}

const stepsOf = (path: string) => (path === '' ? [] : path.split('.').map(Number))
const join = (parent: string, at: number) => (parent === '' ? String(at) : `${parent}.${at}`)

function parentOf(path: string) {
  const steps = path.split('.')
  return { parent: steps.slice(0, -1).join('.'), at: Number(steps.at(-1)) }
}
