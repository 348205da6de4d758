export const awardingModes = ['byOffice', 'automatic', 'scheduled'] as const
export type AwardingMode = (typeof awardingModes)[number]

export interface AwardingPlan {
  mode: AwardingMode
  awardingDate: string | null
  isQuiet: boolean
  round: string
}

export const plainPlan: AwardingPlan = { mode: 'byOffice', awardingDate: null, isQuiet: false, round: '1' }
