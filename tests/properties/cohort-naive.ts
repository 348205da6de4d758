import type { Counting, Leaf, Requirement } from '~/domain/requirement'
import type { DrawnActivity, DrawnSaid, History } from './cohort-drawn'

/** What is expected of the rules, in figures. */
export interface Figures {
  met: boolean
  have: number
  need: number
  of: Figures[]
}

type Pairs = [have: number, need: number][]

// The rules once more, as slowly and plainly as they can be written, from what was drawn and not from any table.
export function naive(requirement: Requirement, history: History): Figures {
  if (requirement.kind === 'all' || requirement.kind === 'any' || requirement.kind === 'atLeast') {
    const of = requirement.of.map(part => naive(part, history))
    let have = 0
    for (const part of of) if (part.met) have++
    let need = 1
    if (requirement.kind === 'all') need = of.length
    if (requirement.kind === 'atLeast') need = requirement.count
    return { met: have >= need, have, need, of }
  }
  const pairs = pairsOf(requirement, history)
  let [have, need] = pairs[0] ?? [0, 0]
  let met = true
  for (const [has, needs] of [...pairs].reverse()) if (has < needs) [met, have, need] = [false, has, needs]
  return { met, have, need, of: [] }
}

interface Approved extends DrawnActivity {
  /** Where it stands among the student's approved work. */
  place: number
  standing: DrawnSaid[]
  minutes: number
  from: string
  to: string | null
}

function pairsOf(leaf: Leaf, history: History): Pairs {
  if (leaf.kind === 'credential') {
    return [
      [history.credentials.filter(held => held.series === leaf.seriesId && held.state === 'valid').length, 1],
    ]
  }
  if (leaf.kind === 'waiver') {
    return [[history.waivers.filter(waiver => waiver.key === leaf.key && !waiver.isWithdrawn).length, 1]]
  }
  const work = history.activities
    .filter(each => each.isApproved)
    .map(approved)
    .filter(each => isLookedAt(each, leaf))
  switch (leaf.kind) {
    case 'minutes': {
      let sum = 0
      for (const each of work) sum += each.minutes
      return [[sum, leaf.minimum]]
    }
    case 'activities':
      return [[work.length, leaf.minimum]]
    case 'categories':
      return [[different(work.map(each => each.category)), leaf.minimum]]
    case 'reflection':
      return [[work.filter(each => each.hasReflection).length, leaf.minimum]]
    case 'period':
      return [[daysOf(work), leaf.days]]
    case 'endorsers': {
      const order = ['email', 'organisation', 'staff']
      const all = work.flatMap(each => each.standing)
      const known = all.filter(each => order.indexOf(each.assurance) >= order.indexOf(leaf.assurance))
      return [
        [different(all.map(personOf)), leaf.minimum],
        [different(known.map(personOf)), 1],
      ]
    }
    case 'competency':
      return competencyPairs(leaf, work)
    case 'breadth': {
      const shown: string[] = []
      for (const said of work.flatMap(each => each.standing)) {
        for (const [name, answer] of Object.entries(said.saw)) {
          if (name.startsWith(leaf.frameworkId) && typeof answer === 'number' && answer >= leaf.level)
            shown.push(name)
        }
      }
      return [[different(shown), leaf.minimum]]
    }
  }
}

function competencyPairs(leaf: Leaf & { kind: 'competency' }, work: Approved[]): Pairs {
  const inWhich: number[] = []
  const byWhom: string[] = []
  const observed: { level: number; at: number; order: string }[] = []
  work.forEach((each, at) => {
    for (const said of each.standing) {
      const answer = Object.entries(said.saw).find(([name]) => name === leaf.competencyId)?.[1]
      if (answer === undefined || answer === 'notObserved') continue
      const level = answer === 'notYet' ? 0 : answer
      observed.push({ level, at: said.at, order: `${String(each.place).padStart(3, '0')} ${said.endorser}` })
      if (level < leaf.level) continue
      inWhich.push(at)
      byWhom.push(personOf(said))
    }
  })
  const pairs: Pairs = [
    [different(inWhich), leaf.times],
    [different(byWhom), leaf.endorsers],
  ]
  if (leaf.by === 'latest') {
    observed.sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1))
    pairs.push([observed.at(-1)?.level ?? 0, leaf.level])
  }
  if (leaf.by === 'median') {
    const levels = observed.map(({ level }) => level).sort((a, b) => a - b)
    while (levels.length > 2) {
      levels.pop()
      levels.shift()
    }
    pairs.push([levels[0] ?? 0, leaf.level])
  }
  return pairs
}

function approved(activity: DrawnActivity, place: number): Approved {
  const standing = activity.said
    .filter(said => !said.isWithdrawn && !said.isEarlier)
    .sort((a, b) => a.at - b.at || (a.endorser < b.endorser ? -1 : 1))
  const [first] = standing
  let { start: from, end: to } = first ?? activity
  for (const said of standing) {
    if (said.start > from) from = said.start
    if (said.end !== null && (to === null || said.end < to)) to = said.end
  }
  if (first && to !== null && to < from) ({ start: from, end: to } = first)
  const lastApproval = activity.approvals.filter(each => !each.isUndone).at(-1)
  const least = standing.length > 0 ? Math.min(...standing.map(said => said.minutes)) : 0
  return { ...activity, place, standing, from, to, minutes: lastApproval?.minutes ?? least }
}

function isLookedAt(work: Approved, { counting }: { counting?: Counting }) {
  if (!counting) return true
  const { categories, from, until, excludePaid, excludeCreditBearing, excludeMandatory } = counting
  if (categories !== undefined && !categories.some(category => category === work.category)) return false
  if (from !== undefined && work.from < from) return false
  if (until !== undefined && (work.to ?? work.from) > until) return false
  if (excludePaid === true && work.isPaid) return false
  if (excludeCreditBearing === true && work.isCreditBearing) return false
  return !(excludeMandatory === true && work.isMandatory)
}

function daysOf(work: Approved[]) {
  let days = 0
  for (const one of work) {
    for (const other of work) {
      const apart = Date.parse(other.to ?? other.from) - Date.parse(one.from)
      days = Math.max(days, apart / 86_400_000 + 1)
    }
  }
  return days
}

const personOf = ({ endorser }: DrawnSaid) => (endorser === 'benjamin' ? 'ben' : endorser)
const different = (among: (string | number)[]) =>
  among.filter((each, at) => among.indexOf(each) === at).length
