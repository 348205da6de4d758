import type { Day } from './day'

export const reviewPolicies = ['always', 'onFlag', 'bySample'] as const
export type ReviewPolicy = (typeof reviewPolicies)[number]

/** Where an opportunity is on its way into the catalogue and out of it again. */
export type OpportunityState = 'proposed' | 'open' | 'retired'

export function opportunityState(opportunity: { openedAt: unknown; retiredAt: unknown }): OpportunityState {
  if (opportunity.retiredAt) return 'retired'
  return opportunity.openedAt ? 'open' : 'proposed'
}

/** Opened by staff, and not retired: what a student proposed is nobody's to log under before. */
export const openInCatalogue = { retiredAt: null, openedAt: { not: null } } as const

export const opportunityLimits = {
  description: 2_000,
  competencies: 8,
  endorsements: 5,
  sample: 100,
} as const

export interface Validated {
  validatorName: string
  validatorEmail: string
  validatorUntil: Day | null
  deputyName: string
  deputyEmail: string
}

/** A day still counts on which somebody leaves. */
export const hasLeft = (untilDay: Day | null, today: Day) => untilDay !== null && untilDay < today

/** Who confirms it from that day on, in the validator's place when they have left; null is nobody. */
export function validatorOf(opportunity: Validated, today: Day): { name: string; email: string } | null {
  const { validatorName, validatorEmail, validatorUntil, deputyName, deputyEmail } = opportunity
  if (validatorEmail && !hasLeft(validatorUntil, today)) return { name: validatorName, email: validatorEmail }
  return deputyEmail ? { name: deputyName, email: deputyEmail } : null
}
