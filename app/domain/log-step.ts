export const logSteps = ['what', 'when', 'claims', 'evidence', 'who'] as const
export type LogStep = (typeof logSteps)[number]

/** What a draft has so far. */
export interface Filled {
  activityStartDate: string | null
  minutes: number
  hasClaims: boolean
  hasInvitees: boolean
}

/** Where a student goes on with a draft. Evidence can be left out, so nobody is sent there. */
export function nextStep(draft: Filled): LogStep {
  return lackingSteps(draft)[0] ?? 'who'
}

/** What has to be said before somebody can be asked. */
export function lackingSteps({ activityStartDate, minutes, hasClaims, hasInvitees }: Filled): LogStep[] {
  const lacking: Partial<Record<LogStep, boolean>> = {
    when: !activityStartDate || minutes === 0,
    claims: !hasClaims,
    who: !hasInvitees,
  }
  return logSteps.filter(step => lacking[step])
}
