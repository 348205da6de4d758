import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { opportunityState, validatorOf } from './opportunity'
import { shownOf } from './opportunity-keeping.server'
import { inOrder, OPPORTUNITY_PAGE } from './opportunity.server'
import {
  mayKeepOpportunities,
  mayKeepOpportunity,
  mayLogActivities,
  unitsKept,
  type PersonActor,
} from './policy'
import { wasReturned } from './proposal.server'
import { afterOf, findSought, mark, pageOf } from './search.server'

/** What is open is there for whoever signs in; what is not, for who keeps it and for who proposed it. */
export async function findOpportunityPage(actor: PersonActor, id: string) {
  const opportunity = found(await findWhole(actor, id))
  const state = opportunityState(opportunity)
  const mayKeep = mayKeepOpportunity(actor, opportunity)
  const isProposer = opportunity.proposedById === actor.id
  allowed(state === 'open' || mayKeep || isProposer)
  const [{ timeZone }, proposer, canProposeAgain] = await Promise.all([
    findHouse(),
    mayKeep ? nameOf(actor, opportunity.proposedById) : null,
    isProposer ? wasReturned(opportunity) : false,
  ])
  const { competencies, unit, ...row } = opportunity
  const { validatorEmail, deputyEmail, proposedById: _, folded: _folded, ...facts } = row
  return {
    ...facts,
    state,
    shown: shownOf(row),
    unit: unit.name,
    competencies: competencies.map(({ competency }) => competency),
    confirmedBy: validatorOf(opportunity, dayOf(now(), timeZone))?.name ?? null,
    proposer,
    may: { keep: mayKeep, log: state === 'open' && mayLogActivities(actor), proposeAgain: canProposeAgain },
    addresses: mayKeep ? { validatorEmail, deputyEmail } : null,
  }
}

export type OpportunityPage = Awaited<ReturnType<typeof findOpportunityPage>>

/** As the form of those who keep it has it, and of a student whose proposal came back. */
export async function findOpportunityToWrite(actor: PersonActor, id: string) {
  const opportunity = found(await findWhole(actor, id))
  const mayKeep = mayKeepOpportunity(actor, opportunity)
  const isStudents = !mayKeep && opportunity.proposedById === actor.id && (await wasReturned(opportunity))
  allowed((mayKeep && !(opportunity.openedAt === null && opportunity.retiredAt !== null)) || isStudents)
  const { competencies, unit: _unit, ...row } = opportunity
  return {
    ...row,
    competencyIds: competencies.map(({ competencyId }) => competencyId),
    shown: shownOf(row),
    mayKeep,
  }
}

export type WrittenOpportunity = Awaited<ReturnType<typeof findOpportunityToWrite>>

/** What students proposed for the units somebody keeps, the latest first, a page at a time. */
export async function listProposals(actor: PersonActor, after: string | null) {
  allowed(mayKeepOpportunities(actor))
  const units = unitsKept(actor)
  if (units?.length === 0) return { rows: [], next: null }
  const marks = [[mark('proposed', actor.institutionId)], ...(units ? [units.map(id => mark('u', id))] : [])]
  const sought = { within: null, marks, search: '', after: afterOf(after) }
  const { shown, next } = pageOf(await findSought('Opportunity', sought, OPPORTUNITY_PAGE + 1), OPPORTUNITY_PAGE)
  return { rows: await inOrder(shown), next }
}

function findWhole({ institutionId }: PersonActor, id: string) {
  const descriptors = {
    orderBy: { level: { position: 'asc' } },
    select: { levelId: true, descriptor: true, level: { select: { name: true, position: true } } },
  } as const
  const competency = {
    select: { id: true, name: true, frameworkId: true, fullStatement: true, descriptors },
  } as const
  return db.opportunity.findFirst({
    where: { id, institutionId },
    include: {
      unit: { select: { name: true } },
      competencies: {
        orderBy: { competency: { position: 'asc' } },
        select: { competencyId: true, competency },
      },
    },
  })
}

async function nameOf({ institutionId }: PersonActor, id: string | null) {
  const person =
    id &&
    (await db.person.findFirst({ where: { id, institutionId, erasedAt: null }, select: { usedName: true } }))
  return person ? person.usedName : null
}
