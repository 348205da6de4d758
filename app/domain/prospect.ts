import type { Category } from './activity'
import { leavesOf, missingLeaves, share, type Aim } from './aim'
import type { Day } from './day'
import { progress, type Progress } from './progress'
import type { Requirement } from './requirement'
import type { Tally } from './tally'

/** Work as it would count if somebody confirmed it just as it stands. */
export interface Prospective {
  category: Category
  minutes: number
  from: Day
  to: Day | null
  isPaid: boolean
  isCreditBearing: boolean
  isMandatory: boolean
  hasReflection: boolean
  claims: { competencyId: string; frameworkId: string; level: number }[]
}

export interface Prospect {
  aim: Aim
  effect: 'completes' | 'helps'
  /** What it moves first, as it stands without this work. */
  moves: Progress
}

/** The programmes that this work would bring nearer, those it completes first. */
export function prospects(aims: readonly Aim[], tally: Tally, work: Prospective): Prospect[] {
  const after = withWork(tally, work)
  const found = aims.flatMap(aim => {
    const before = progress(aim.requirement, tally)
    const then = progress(aim.requirement, after)
    const moves = firstMoved(before, then)
    if (before.met || !moves) return []
    return [{ aim, effect: then.met ? ('completes' as const) : ('helps' as const), moves }]
  })
  return found.sort((a, b) => Number(b.effect === 'completes') - Number(a.effect === 'completes'))
}

/** Titles of the programmes that still miss this competency. */
export function seekersOf(aims: readonly Aim[], tally: Tally) {
  const missing = aims.map(aim => ({
    title: aim.title,
    leaves: missingLeaves(progress(aim.requirement, tally)),
  }))
  return (competency: { id: string; frameworkId: string }) =>
    missing
      .filter(({ leaves }) => leaves.some(leaf => asksFor(leaf.requirement, competency)))
      .map(({ title }) => title)
}

function asksFor(requirement: Requirement, competency: { id: string; frameworkId: string }) {
  if (requirement.kind === 'competency') return requirement.competencyId === competency.id
  return requirement.kind === 'breadth' && requirement.frameworkId === competency.frameworkId
}

function firstMoved(before: Progress, after: Progress): Progress | undefined {
  const then = new Map(leavesOf(after).map(leaf => [leaf.requirement, leaf]))
  return missingLeaves(before).find(leaf => {
    const moved = then.get(leaf.requirement)
    return moved !== undefined && share(moved) > share(leaf)
  })
}

function withWork(tally: Tally, { from, to, claims, ...work }: Prospective): Tally {
  const judgements = claims.map(claim => ({
    id: `prospect ${claim.competencyId}`,
    outcome: 'atLevel' as const,
    ...claim,
  }))
  const endorsement = {
    id: 'prospect',
    endorser: 'prospect',
    assurance: 'staff' as const,
    endorsedAt: new Date(`${to ?? from}T12:00:00Z`),
    judgements,
  }
  const activity = {
    id: 'prospect',
    revisionId: 'prospect',
    title: '',
    organisation: '',
    role: '',
    activityStartDate: from,
    activityEndDate: to,
    ...work,
    endorsements: [endorsement],
  }
  return { ...tally, activities: [...tally.activities, activity] }
}
