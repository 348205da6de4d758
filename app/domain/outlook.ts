import { isWaiting, mainParts, missingLeaves, share, type Aim } from './aim'
import type { Measure } from './measure'
import { progress } from './progress'
import type { Requirement } from './requirement'
import type { Tally } from './tally'

/** How far a student is on the way to a programme, as cards and rings tell it. */
export interface Outlook extends Pick<Aim, 'id' | 'title' | 'level' | 'seriesId' | 'names'> {
  /** They hold its credential already. */
  isHeld: boolean
  /** It waits for their answer. */
  isOffered: boolean
  isMet: boolean
  /** 0 to 1. */
  share: number
  arcs: { state: 'met' | 'waiting' | 'open'; share: number }[]
  /** The one measure it is all about, where there is only one. */
  only: Measure | null
  missing: number
  /** What is missing first. */
  next: { requirement: Requirement; measure: Measure | null } | null
}

export function outlookOf(aim: Aim, tally: Tally, offeredSeriesIds: readonly string[] = []): Outlook {
  const { id, title, level, seriesId, names } = aim
  const whole = progress(aim.requirement, tally)
  const main = mainParts(whole)
  const missing = missingLeaves(whole)
  const [next] = missing
  const arcs = main.map(part => ({
    state: part.met ? ('met' as const) : isWaiting(part) ? ('waiting' as const) : ('open' as const),
    share: share(part),
  }))
  return {
    id,
    title,
    level,
    seriesId,
    names,
    arcs,
    isMet: whole.met,
    share: share(whole),
    isHeld: tally.credentials.some(credential => credential.seriesId === seriesId),
    isOffered: offeredSeriesIds.includes(seriesId),
    only: main.length === 1 && main[0]?.of.length === 0 ? main[0].measures[0] ?? null : null,
    missing: missing.length,
    next: next
      ? {
          requirement: next.requirement,
          measure: next.measures.find(({ have, need }) => have < need) ?? null,
        }
      : null,
  }
}

/** What is nearest comes first; what is held already last. */
export function byNearness(a: Outlook, b: Outlook) {
  return Number(a.isHeld) - Number(b.isHeld) || b.share - a.share || a.title.localeCompare(b.title)
}
