import type { Role } from './people'

export interface Membership {
  role: Role
  /** Null: the whole institution. A unit includes the units below it. */
  unitIds: readonly string[] | null
}

/** A signed-in person. */
export interface PersonActor {
  kind: 'person'
  id: string
  institutionId: string
  usedName: string
  memberships: readonly Membership[]
  /** All addresses, folded for comparison (rule 1). */
  normalisedAddresses: readonly string[]
}

/** Somebody outside who proved a mailbox by code, for the one request in their link. */
export interface EndorserActor {
  kind: 'endorser'
  id: string
  institutionId: string
  requestId: string
  normalisedAddresses: readonly string[]
}

/** The operator at the command line, or the clock. */
export interface SystemActor {
  kind: 'system'
  institutionId: string
}

export type Actor = PersonActor | EndorserActor | SystemActor

export function has(actor: Actor, role: Role): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some(membership => membership.role === role)
}

export function hasInUnit(actor: Actor, role: Role, unitId: string): actor is PersonActor {
  return (
    actor.kind === 'person' &&
    actor.memberships.some(m => m.role === role && (m.unitIds === null || m.unitIds.includes(unitId)))
  )
}
