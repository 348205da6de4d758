import { categories as allCategories } from './activity'
import { measure } from './measure'
import type { Day } from './day'
import { isGroup, parts, type Leaf, type Requirement } from './requirement'
import { emptyTally } from './tally'

/** What a requirement can point at. */
export interface Surroundings {
  /** The programme it belongs to, so that nothing leads back to it. */
  seriesId: string
  /** Of published frameworks. */
  competencies: ReadonlyMap<string, { frameworkId: string }>
  frameworks: ReadonlyMap<string, { competencies: number; levels: number }>
  /** Published programmes, by series, with the series each one asks for. */
  programmes: ReadonlyMap<string, readonly string[]>
  /** Series of which a version was ever retired: what is in none of the published ones is retired as a whole. */
  retired: ReadonlySet<string>
}

export interface Fault {
  /** `0.2` is the third part of the first part; empty for the whole. */
  path: string
  fault:
    | 'empty' | 'tooMany' | 'notPublished' | 'retired' | 'noSuchLevel' | 'circle' | 'neverMatches' | 'tooLong'
    | 'sameKey' | 'waiverAlone' | 'free'
}

/**
 * Why a requirement cannot be published; nothing when it can. There is no "not" in a requirement, so one that
 * can be met in each of its parts can be met.
 */
export function checkRequirement(requirement: Requirement, surroundings: Surroundings): Fault[] {
  const faults = [...parts(requirement)].flatMap(({ path, requirement: part }) =>
    (isGroup(part) ? groupFaults(part) : leafFaults(part, surroundings)).map(fault => ({ path, fault })),
  )
  if (measure(requirement, emptyTally('')).met) faults.push({ path: '', fault: 'free' })
  return [...faults, ...repeatedKeys(requirement), ...loneWaivers(requirement)]
}

/** The series of all programmes a requirement stacks on. */
export function seriesAskedFor(requirement: Requirement): string[] {
  const leaves = [...parts(requirement)].map(part => part.requirement)
  return leaves.flatMap(leaf => (leaf.kind === 'credential' ? leaf.seriesId : []))
}

function groupFaults(group: Requirement & { of: Requirement[] }): Fault['fault'][] {
  if (group.of.length === 0) return ['empty']
  return group.kind === 'atLeast' && group.count > group.of.length ? ['tooMany'] : []
}

function leafFaults(leaf: Leaf, surroundings: Surroundings): Fault['fault'][] {
  switch (leaf.kind) {
    case 'competency':
      return [...competencyFaults(leaf, surroundings), ...countingFaults(leaf)]
    case 'breadth':
      return [...breadthFaults(leaf, surroundings), ...countingFaults(leaf)]
    case 'credential':
      return credentialFaults(leaf.seriesId, surroundings)
    case 'waiver':
      return []
    default:
      return countingFaults(leaf)
  }
}

type LeafOf<Kind> = Extract<Leaf, { kind: Kind }>

function competencyFaults(
  { competencyId, level }: LeafOf<'competency'>, { competencies, frameworks }: Surroundings,
): Fault['fault'][] {
  const competency = competencies.get(competencyId)
  if (!competency) return ['notPublished']
  return level > (frameworks.get(competency.frameworkId)?.levels ?? 0) ? ['noSuchLevel'] : []
}

function breadthFaults(leaf: LeafOf<'breadth'>, { frameworks }: Surroundings): Fault['fault'][] {
  const framework = frameworks.get(leaf.frameworkId)
  if (!framework) return ['notPublished']
  if (leaf.level > framework.levels) return ['noSuchLevel']
  return leaf.minimum > framework.competencies ? ['tooMany'] : []
}

function credentialFaults(seriesId: string, { seriesId: own, programmes, retired }: Surroundings): Fault['fault'][] {
  if (leadsTo(seriesId, own, programmes)) return ['circle']
  if (programmes.has(seriesId)) return []
  return [retired.has(seriesId) ? 'retired' : 'notPublished']
}

function leadsTo(
  from: string, target: string, programmes: Surroundings['programmes'], seen = new Set<string>(),
): boolean {
  if (from === target) return true
  if (seen.has(from)) return false
  seen.add(from)
  return (programmes.get(from) ?? []).some(next => leadsTo(next, target, programmes, seen))
}

function countingFaults(leaf: Exclude<Leaf, { kind: 'credential' | 'waiver' }>): Fault['fault'][] {
  const { categories, from, until } = leaf.counting ?? {}
  if (categories?.length === 0 || (from && until && from > until)) return ['neverMatches']
  if (leaf.kind === 'period' && from && until && leaf.days > daysFrom(from, until)) return ['tooLong']
  const isTooMany = leaf.kind === 'categories' && leaf.minimum > new Set(categories ?? allCategories).size
  return isTooMany ? ['tooMany'] : []
}

/** Both counted. */
function daysFrom(from: Day, until: Day) {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
}

/** Nobody can work towards a part that can only be set aside: beside it stands what it is set aside for. */
function loneWaivers(requirement: Requirement, path = '', isChoice = false): Fault[] {
  if (requirement.kind === 'waiver') return isChoice ? [] : [{ path, fault: 'waiverAlone' }]
  if (!isGroup(requirement)) return []
  const { kind, of } = requirement
  const work = of.filter(part => part.kind !== 'waiver').length
  const isChoiceHere = work > 0 && (kind === 'any' || (kind === 'atLeast' && requirement.count <= work))
  return of.flatMap((part, at) => loneWaivers(part, path ? `${path}.${at}` : String(at), isChoiceHere))
}

function repeatedKeys(requirement: Requirement): Fault[] {
  const seen = new Set<string>()
  return [...parts(requirement)].flatMap(({ path, requirement: part }) => {
    if (part.kind !== 'waiver') return []
    const isRepeated = seen.has(part.key)
    seen.add(part.key)
    return isRepeated ? [{ path, fault: 'sameKey' as const }] : []
  })
}
