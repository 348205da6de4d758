import { now } from '~/lib/clock.server'
import { missingLeaves, type Aim } from './aim'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { inOrder } from './opportunity.server'
import { mayLogActivities, type PersonActor } from './policy'
import { progress } from './progress'
import { prospects } from './prospect'
import { expectationOf } from './prospect.server'
import type { Requirement } from './requirement'
import { findSought, mark } from './search.server'
import type { Tally } from './tally'

export interface Suggestion {
  id: string
  title: string
  organisation: string
  effect: 'completes' | 'helps'
  /** What it would move. */
  requirement: Requirement
}

const LOOKED_AT = 24
const SHOWN = 3

/** What is open in the catalogue and would bring a programme nearer, with what it would move; the newest first. */
export async function suggestFor(actor: PersonActor, aim: Aim, work: Tally): Promise<Suggestion[]> {
  const whole = progress(aim.requirement, work)
  if (whole.met || !mayLogActivities(actor)) return []
  const wanted = marksOf(missingLeaves(whole).map(({ requirement }) => requirement))
  const marks = [[mark('open', actor.institutionId)], ...(wanted ? [wanted] : [])]
  const sought = { within: null, marks, search: '', after: null }
  const { hits } = await findSought('Opportunity', sought, LOOKED_AT)
  const offered = await inOrder(hits)
  const today = dayOf(now(), (await findHouse()).timeZone)
  const helpful = offered.flatMap(({ id, title, organisation, ...rest }) => {
    const expected = { from: today, to: today, ...expectationOf(rest) }
    return prospects([aim], work, expected).map(({ effect, moves: { requirement } }) => {
      return { id, title, organisation, effect, requirement }
    })
  })
  return helpful.sort((a, b) => Number(b.effect === 'completes') - Number(a.effect === 'completes')).slice(0, SHOWN)
}

/** By the competencies that are missing, else by the kinds of work; null where any work would do. */
function marksOf(missing: readonly Requirement[]): string[] | null {
  const competencies = missing.flatMap(leaf => (leaf.kind === 'competency' ? [mark('k', leaf.competencyId)] : []))
  if (competencies.length > 0) return competencies
  const kinds = missing.map(categoriesOf)
  return kinds.every(each => each.length > 0) ? [...new Set(kinds.flat())] : null
}

const categoriesOf = (leaf: Requirement) =>
  'counting' in leaf ? (leaf.counting?.categories ?? []).map(each => mark('c', each)) : []
