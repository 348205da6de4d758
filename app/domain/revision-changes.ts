import { diffWords } from 'diff'
import type { RevisionFacts } from './revision'

/** A stretch of words: in both versions, only in the newer, or only in the older. */
export interface Stretch {
  words: string
  in: 'both' | 'newer' | 'older'
}

type Flag = 'isPaid' | 'isCreditBearing' | 'isMandatory' | 'isOngoing'
type Text = 'title' | 'organisation' | 'role' | 'publicTitle' | 'publicOrganisation' | 'narrative' | keyof RevisionFacts['reflection']

/** One thing that two versions say differently. Minutes are whole numbers, days 'YYYY-MM-DD'. */
export type Change =
  | { of: Text; stretches: Stretch[] }
  | { of: 'category'; from: RevisionFacts['category']; to: RevisionFacts['category'] }
  | { of: 'participation'; from: RevisionFacts['participation']; to: RevisionFacts['participation'] }
  | { of: 'sensitivity'; from: RevisionFacts['sensitivity']; to: RevisionFacts['sensitivity'] }
  | { of: 'activityStartDate' | 'activityEndDate'; from: string | null; to: string | null }
  | { of: Flag; to: boolean }
  | { of: 'minutes'; from: number; to: number }
  | { of: 'timeEntries'; added: Entry[]; removed: Entry[] }
  | { of: 'claim'; competencyId: string; from: string | null; to: string | null; stretches: Stretch[] }
  | { of: 'evidence'; added: string[]; removed: string[] }

type Entry = RevisionFacts['timeEntries'][number]

const texts = ['title', 'organisation', 'role', 'publicTitle', 'publicOrganisation', 'narrative'] as const
const parts = ['situation', 'task', 'action', 'result', 'learning'] as const
const choices = ['category', 'participation', 'sensitivity'] as const
const days = ['activityStartDate', 'activityEndDate'] as const
const flags = ['isOngoing', 'isPaid', 'isCreditBearing', 'isMandatory'] as const

/** What the newer version says differently, in the order in which a version is written. */
export function changesBetween(older: RevisionFacts, newer: RevisionFacts): Change[] {
  return [
    ...texts.flatMap(of => textChange(of, older[of], newer[of])),
    // Which value belongs to which choice is lost in a loop over their names.
    ...choices.flatMap(of => (older[of] === newer[of] ? [] : [{ of, from: older[of], to: newer[of] } as Change])),
    ...days.flatMap(of => (older[of] === newer[of] ? [] : [{ of, from: older[of] || null, to: newer[of] || null }])),
    ...flags.flatMap(of => (older[of] === newer[of] ? [] : [{ of, to: newer[of] }])),
    ...(older.minutes === newer.minutes ? [] : [{ of: 'minutes' as const, from: older.minutes, to: newer.minutes }]),
    ...timeChange(older.timeEntries, newer.timeEntries),
    ...claimChanges(older.claims, newer.claims),
    ...parts.flatMap(of => textChange(of, older.reflection[of], newer.reflection[of])),
    ...evidenceChange(older.evidence, newer.evidence),
  ]
}

function textChange(of: Text, older: string, newer: string): Change[] {
  return older === newer ? [] : [{ of, stretches: stretchesBetween(older, newer) }]
}

/** More changes than this in one text are two texts, and take long to compare. */
const MOST_EDITS = 200

export function stretchesBetween(older: string, newer: string): Stretch[] {
  const compared = diffWords(older, newer, { maxEditLength: MOST_EDITS })
  if (!compared) return [{ words: older, in: 'older' }, { words: newer, in: 'newer' }]
  return compared.map(({ value, added, removed }) => ({
    words: value,
    in: added ? 'newer' : removed ? 'older' : 'both',
  }))
}

function timeChange(older: readonly Entry[], newer: readonly Entry[]): Change[] {
  const [removed, added] = apart(older, newer, ({ day, minutes, note }) => `${day} ${minutes} ${note}`)
  return removed.length + added.length > 0 ? [{ of: 'timeEntries', added, removed }] : []
}

type Evidence = RevisionFacts['evidence'][number]

function evidenceChange(older: readonly Evidence[], newer: readonly Evidence[]): Change[] {
  const [removed, added] = apart(older, newer, ({ kind, name, digest }) => `${kind} ${digest} ${name}`)
  const names = (pieces: readonly Evidence[]) => pieces.map(({ name }) => name)
  return removed.length + added.length > 0 ? [{ of: 'evidence', added: names(added), removed: names(removed) }] : []
}

type Claim = RevisionFacts['claims'][number]

function claimChanges(older: readonly Claim[], newer: readonly Claim[]): Change[] {
  const [was, is] = [byCompetency(older), byCompetency(newer)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap(competencyId => {
    const [from, to] = [was.get(competencyId), is.get(competencyId)]
    if (from?.levelId === to?.levelId && from?.narrative === to?.narrative) return []
    return [{
      of: 'claim' as const,
      competencyId,
      from: from?.levelId ?? null,
      to: to?.levelId ?? null,
      stretches: stretchesBetween(from?.narrative ?? '', to?.narrative ?? ''),
    }]
  })
}

const byCompetency = (claims: readonly Claim[]) => new Map(claims.map(claim => [claim.competencyId, claim]))

/** What only the first holds and what only the second holds; the same thing twice counts twice. */
function apart<T>(first: readonly T[], second: readonly T[], keyOf: (each: T) => string): [T[], T[]] {
  const open = new Map<string, T[]>()
  for (const each of first) open.set(keyOf(each), [...(open.get(keyOf(each)) ?? []), each])
  const onlySecond = second.filter(each => open.get(keyOf(each))?.pop() === undefined)
  return [[...open.values()].flat(), onlySecond]
}
