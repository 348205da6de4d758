import { diffArrays } from 'diff'
import { isGroup, type Requirement } from './requirement'
import type { Stretch } from './revision-changes'

/** A line of a requirement as it reads, under `depth` groups. */
export interface Line {
  words: string
  depth: number
}

export type ComparedLine = Line & Pick<Stretch, 'in'>

export function linesOf(requirement: Requirement, sentenceOf: (part: Requirement) => string, depth = 0): Line[] {
  const below = isGroup(requirement) ? requirement.of : []
  return [
    { words: sentenceOf(requirement), depth },
    ...below.flatMap(part => linesOf(part, sentenceOf, depth + 1)),
  ]
}

/** Both requirements as one list: what stayed, what went and what came, where it stands. */
export function linesBetween(older: readonly Line[], newer: readonly Line[]): ComparedLine[] {
  const isSame = (one: Line, other: Line) => one.words === other.words && one.depth === other.depth
  return diffArrays([...older], [...newer], { comparator: isSame }).flatMap(({ value, added, removed }) =>
    value.map(line => ({ ...line, in: added ? ('newer' as const) : removed ? ('older' as const) : ('both' as const) })),
  )
}
