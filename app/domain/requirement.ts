import type { Category } from './activity'
import type { Day } from './day'
import type { Assurance } from './endorsement'

// Aliases, not interfaces: to the type checker only these are JSON, which a requirement is kept as.

/**
 * What a programme asks for, as data. There is no "not": more approved work can never take away what is met,
 * save where `by` asks for the latest or the median judgement.
 */
export type Requirement = Group | Leaf

export type Group =
  | { kind: 'all'; of: Requirement[] }
  | { kind: 'any'; of: Requirement[] }
  | { kind: 'atLeast'; count: number; of: Requirement[] }

export type Leaf = WorkLeaf | CredentialLeaf | WaiverLeaf

export type WorkLeaf = { counting?: Counting } & (
  | { kind: 'minutes'; minimum: number }
  | { kind: 'activities'; minimum: number }
  | CompetencyRequirement
  /** So many competencies of one framework, each at the level at least once. */
  | { kind: 'breadth'; frameworkId: string; minimum: number; level: number }
  /** So many different people who saw it, of whom at least one is known to us this well. */
  | { kind: 'endorsers'; minimum: number; assurance: Assurance }
  | { kind: 'categories'; minimum: number }
  /** From the first day to the last, both counted. */
  | { kind: 'period'; days: number }
  | { kind: 'reflection'; minimum: number }
)

export type CompetencyRequirement = {
  kind: 'competency'
  competencyId: string
  /** Position in the framework's scale, 1 the lowest. */
  level: number
  /** In so many different activities. */
  times: number
  /** Seen by so many different people. */
  endorsers: number
  /** Which judgement must reach the level, too: any one, the latest, or the median of all. */
  by: 'best' | 'latest' | 'median'
}

/** Stacking: a valid credential of any version of another programme. */
type CredentialLeaf = {
  kind: 'credential'
  seriesId: string
}

/** Met when the institution set it aside for this student; belongs into an `any`. */
type WaiverLeaf = {
  kind: 'waiver'
  key: string
  label: string
}

/** Which work a requirement looks at; all of it when nothing is said. */
export type Counting = {
  categories?: Category[]
  /** Work counts when it lies between these days. */
  from?: Day
  until?: Day
  excludePaid?: boolean
  excludeCreditBearing?: boolean
  excludeMandatory?: boolean
}

export function isGroup(requirement: Requirement): requirement is Group {
  return 'of' in requirement
}

export interface Part {
  path: string
  requirement: Requirement
}

/** The requirement and all below it, each with the way to it: `0.2` is the third part of the first part. */
export function* parts(requirement: Requirement, path = ''): Generator<Part> {
  yield { path, requirement }
  if (!isGroup(requirement)) return
  for (const [index, part] of requirement.of.entries()) {
    yield* parts(part, path ? `${path}.${index}` : String(index))
  }
}
