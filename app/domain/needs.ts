import { parts, type Counting, type Leaf, type Requirement } from './requirement'

/** What must be known of students' work to measure requirements, and nothing else has to be read. */
export interface Needs {
  category: boolean
  days: boolean
  flags: boolean
  reflection: boolean
  minutes: boolean
  endorsements: boolean
  /** When somebody endorsed. */
  moments: boolean
  competencyIds: string[]
  frameworkIds: string[]
  seriesIds: string[]
  waiverKeys: string[]
}

export function needsOf(requirements: readonly Requirement[]): Needs {
  const leaves = requirements.flatMap(each => [...parts(each)].map(part => part.requirement))
  const asks = (...kinds: Leaf['kind'][]) => leaves.some(({ kind }) => kinds.some(asked => asked === kind))
  const counts = (...options: (keyof Counting)[]) =>
    leaves.some(leaf => 'counting' in leaf && options.some(option => leaf.counting?.[option] !== undefined))
  const days = asks('period') || counts('from', 'until')
  const minutes = asks('minutes')
  return {
    days,
    minutes,
    category: asks('categories') || counts('categories'),
    flags: counts('excludePaid', 'excludeCreditBearing', 'excludeMandatory'),
    reflection: asks('reflection'),
    // Days and minutes are those that were confirmed.
    endorsements: days || minutes || asks('endorsers', 'competency', 'breadth'),
    competencyIds: leaves.flatMap(leaf => (leaf.kind === 'competency' ? leaf.competencyId : [])),
    frameworkIds: leaves.flatMap(leaf => (leaf.kind === 'breadth' ? leaf.frameworkId : [])),
    moments: days || leaves.some(leaf => leaf.kind === 'competency' && leaf.by === 'latest'),
    seriesIds: leaves.flatMap(leaf => (leaf.kind === 'credential' ? leaf.seriesId : [])),
    waiverKeys: leaves.flatMap(leaf => (leaf.kind === 'waiver' ? leaf.key : [])),
  }
}
