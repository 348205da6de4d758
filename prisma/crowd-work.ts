import type { Category } from '~/domain/activity'
import type { EndorsementSaid, JudgementSaid } from '~/domain/endorsement-document.server'
import type { RevisionFacts } from '~/domain/revision'
import { frozen } from '~/domain/revision.server'
import { DAY, later } from '~/lib/clock.server'
import { newId, newPublicId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import type { Stage } from './crowd-stage'

/** One approved activity as rows of every table that it stands in. */
export interface WorkRows {
  facts: RevisionFacts
  claims: ClaimRow[]
  said: EndorsementSaid
  judgements: (JudgementSaid & { id: string; levelId: string | null })[]
  revision: ReturnType<typeof frozen> & { id: string; submittedAt: Date }
  at: Date
  /** By the review, where it names another figure. */
  review: { minutes: number | null } | null
}

interface ClaimRow {
  id: string
  competencyId: string
  levelId: string
}

/** What somebody did, the same each time for the same numbers: `keen` from 0 to 1 is how much of it they do. */
export function drawWork(stage: Stage, keen: number, number: number): WorkRows {
  const at = later(stage.now, -(30 + drawn(number, 1, 900)) * DAY)
  const facts = drawFacts(stage, keen, number, at)
  const revision = { id: facts.activityId, submittedAt: at, ...frozen(facts) }
  const said = drawSaid(stage, facts, number, { revisionHash: revision.hash, endorsedAt: later(at, DAY) })
  const claims = facts.claims.map(({ competencyId, levelId }) => ({ id: newId(), competencyId, levelId }))
  const judgements = claims.map((claim, place) => judged(stage, claim, keen, number * 2 + place))
  const isReviewed = number % 10 === 0
  const review = isReviewed
    ? { minutes: number % 50 === 0 ? Math.ceil(said.confirmedMinutes / 2) : null }
    : null
  return { facts, claims, revision, said, judgements, at, review }
}

/** A whole number below another, by number and purpose: the same whenever it is asked. */
export function drawn(number: number, purpose: number, below: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below
}

const kinds: readonly { category: Category; title: string; organisation: string; role: string }[] = [
  {
    category: 'volunteering',
    title: 'Saturday shifts',
    organisation: 'Shoreline Food Bank',
    role: 'Volunteer',
  },
  {
    category: 'volunteering',
    title: 'Reading mornings',
    organisation: 'Shoreline Food Bank',
    role: 'Reader',
  },
  { category: 'club', title: 'Committee work', organisation: 'Debating Society', role: 'Treasurer' },
  { category: 'club', title: 'Weekly debates', organisation: 'Debating Society', role: 'Speaker' },
  { category: 'sport', title: 'Rowing squad', organisation: 'Office of Student Life', role: 'Rower' },
  { category: 'arts', title: 'Spring concert', organisation: 'Office of Student Life', role: 'Musician' },
  { category: 'research', title: 'Water samples', organisation: 'Estuary Lab', role: 'Assistant' },
  { category: 'internship', title: 'Summer placement', organisation: 'Estuary Lab', role: 'Intern' },
  { category: 'employment', title: 'Help desk', organisation: 'Office of Student Life', role: 'Assistant' },
]

function drawFacts({ competencyIds, levels }: Stage, keen: number, number: number, at: Date): RevisionFacts {
  const { category, title, ...kind } = found(kinds[drawn(number, 2, kinds.length)])
  const end = later(at, -DAY)
  const start = later(end, -drawn(number, 3, 120) * DAY)
  const claims = 1 + drawn(number, 4, 2)
  const first = drawn(number, 5, competencyIds.length)
  return {
    ...kind,
    category,
    activityId: newId(),
    number: 1,
    title: `${title} ${1 + drawn(number, 6, 40)}`,
    activityStartDate: dayIn(start),
    activityEndDate: dayIn(end),
    isOngoing: false,
    participation: 'onSite',
    isPaid: category === 'employment' || (category === 'internship' && number % 2 === 0),
    isCreditBearing: drawn(number, 7, 6) === 0,
    isMandatory: drawn(number, 8, 12) === 0,
    sensitivity: 'normal',
    publicTitle: '',
    publicOrganisation: '',
    narrative: 'Generated for a trial.',
    reflection: {
      situation: '',
      task: '',
      action: '',
      result: '',
      learning: drawn(number, 9, 100) < keen * 60 ? 'Generated.' : '',
    },
    minutes: 15 * (1 + Math.round(keen * drawn(number, 10, 24))),
    timeEntries: [],
    evidence: [],
    claims: Array.from({ length: claims }, (_, place) => ({
      competencyId: found(competencyIds[(first + place) % competencyIds.length]),
      levelId: found(levels[1]).id,
      narrative: '',
    })),
  }
}

const dayIn = (moment: Date) => moment.toISOString().slice(0, 10)

function drawSaid(
  { endorsers, house: { institutionId } }: Stage,
  facts: RevisionFacts,
  number: number,
  signed: { revisionHash: string; endorsedAt: Date },
): EndorsementSaid {
  const { assurance, ...endorser } = found(endorsers[drawn(number, 11, 10) % endorsers.length])
  return {
    ...signed,
    ...endorser,
    assurance,
    id: newId(),
    publicId: newPublicId(),
    institutionId,
    requestId: newId(),
    activityId: facts.activityId,
    revisionId: facts.activityId,
    shownAs: 'nameAndRole',
    relationship: 'supervisor',
    basis: 'supervisedIt',
    namedBy: 'opportunity',
    confirmedRole: facts.role,
    confirmedMinutes: number % 9 === 0 ? Math.ceil(facts.minutes * 0.8) : facts.minutes,
    confirmedStart: facts.activityStartDate,
    confirmedEnd: facts.activityEndDate,
    endorsementComment: 'Generated for a trial.',
    confidentialNote: '',
  }
}

function judged({ levels }: Stage, claim: ClaimRow, keen: number, number: number) {
  const luck = drawn(number, 12, 100)
  const level = luck < 14 ? null : found(levels[Math.min(3, Math.floor(((luck - 14) / 86) * (1 + keen * 3)))])
  const outcome = level ? ('atLevel' as const) : luck < 7 ? ('notYet' as const) : ('notObserved' as const)
  return {
    id: newId(),
    claimId: claim.id,
    competencyId: claim.competencyId,
    level,
    levelId: level?.id ?? null,
    outcome,
    comment: '',
  }
}
