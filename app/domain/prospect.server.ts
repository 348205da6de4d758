import { now } from '~/lib/clock.server'
import type { Category } from './activity'
import type { Aim } from './aim'
import { listAims } from './aim.server'
import { dayOf } from './day'
import type { Draft } from './draft.server'
import { findHouse } from './institution.server'
import type { PersonActor } from './policy'
import { prospects, seekersOf, type Prospect, type Prospective } from './prospect'
import { supportOf } from './support'
import { tally } from './tally.server'

/** A prospect with no more than a page needs to tell of it. */
type Promised = Pick<Aim, 'id' | 'title' | 'level' | 'seriesId' | 'artworkDigest' | 'names'> &
  Pick<Prospect, 'effect'> & {
    requirement: Aim['requirement']
  }

/** Work whose days may not be known yet: today stands for them. */
type Expected = Omit<Prospective, 'from' | 'to'> & Partial<Pick<Prospective, 'from' | 'to'>>

/** What a student's work could still do for them: asked once a page, for as much work as the page shows. */
export async function lookAhead(actor: PersonActor) {
  const [aims, work, { timeZone }] = await Promise.all([
    listAims(actor.institutionId),
    tally(actor.id),
    findHouse(),
  ])
  const today = dayOf(now(), timeZone)
  return {
    towards: (prospective: Expected): Promised[] =>
      prospects(aims, work, { from: today, to: today, ...prospective }).map(promised),
    /** Minutes of an approved activity, null while it is none. */
    counted: (activityId: string) => work.activities.find(({ id }) => id === activityId)?.minutes ?? null,
    supports: (activityId: string) => supportOf(activityId, aims, work),
    seekers: seekersOf(aims, work),
  }
}

interface Offered {
  category: Category
  expectedMinutesMin: number | null
  competencies: readonly { competencyId: string; competency: { frameworkId: string } }[]
}

/** What an entry of the catalogue leads one to expect, at whatever level a programme asks for. */
export function expectationOf({ category, expectedMinutesMin, competencies }: Offered): Expected {
  return {
    category,
    minutes: expectedMinutesMin ?? 0,
    isPaid: false,
    isCreditBearing: false,
    isMandatory: false,
    hasReflection: false,
    claims: competencies.map(({ competencyId, competency: { frameworkId } }) => ({
      competencyId,
      frameworkId,
      level: Infinity,
    })),
  }
}

type Written = Pick<
  Draft,
  | 'category'
  | 'isPaid'
  | 'isCreditBearing'
  | 'isMandatory'
  | 'minutes'
  | 'activityStartDate'
  | 'activityEndDate'
  | 'situation'
  | 'task'
  | 'action'
  | 'result'
  | 'learning'
  | 'claims'
> & { opportunity: { expectedMinutesMin: number | null } | null }

/** A draft as it stands. What its catalogue entry leads one to expect fills what is not written yet. */
export function prospectiveOf(draft: Written): Expected {
  const { category, isPaid, isCreditBearing, isMandatory, claims, opportunity } = draft
  const expected = opportunity?.expectedMinutesMin ?? 0
  return {
    category,
    isPaid,
    isCreditBearing,
    isMandatory,
    minutes: draft.minutes || expected,
    ...(draft.activityStartDate && { from: draft.activityStartDate, to: draft.activityEndDate }),
    hasReflection: [draft.situation, draft.task, draft.action, draft.result, draft.learning].some(
      text => text !== '',
    ),
    claims: claims.map(({ competencyId, competency, level }) => ({
      competencyId,
      frameworkId: competency.frameworkId,
      level: level.position,
    })),
  }
}

function promised({ aim, effect, moves }: Prospect): Promised {
  return { ...aim, effect, requirement: moves.requirement }
}
