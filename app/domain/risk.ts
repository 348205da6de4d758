export const riskKinds = ['didNotHappen', 'freeMail', 'sharedFile', 'hasty', 'earlierDecline'] as const
/** Facts for the reviewer, never verdicts, in the order they are told. */
export type RiskKind = (typeof riskKinds)[number]
