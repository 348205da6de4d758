export const riskKinds = [
  'didNotHappen', 'ownDevice', 'eachOther', 'freeMail', 'sharedFile', 'overfullDay', 'overlap', 'takenBack', 'hasty', 'handedOver',
  'earlierDecline',
] as const
/** Facts for the reviewer, never verdicts, in the order they are told. */
type RiskKind = (typeof riskKinds)[number]

/** What a flag rests on; each kind has its own. */
interface RiskFacts {
  /** How many of those asked say so. */
  denials?: number
  /** The domain we know the organisation by. */
  known?: string
  /** Other students' activities with the same bytes. */
  others?: number
  /** From the first POST to the answer. */
  seconds?: number
  declines?: number
  /** Endorsements that were taken back. */
  takenBack?: number
  /** To addresses that nobody here had seen before. */
  handOvers?: number
  /** The code was typed in the student's browser, not only in their network. */
  isSameBrowser?: boolean
  /** Of the endorser's own activities, those that the student confirmed. */
  returned?: number
  /** On which more is claimed than fits, this and other activities together. */
  days?: number
}

export interface Flag {
  kind: RiskKind
  facts: RiskFacts
}

export function isRiskKind(kind: string): kind is RiskKind {
  return riskKinds.some(known => known === kind)
}
