/** A signed endorsement as a reader takes it in: nothing but what the document says. */
export interface EndorsementRecord {
  /** "Confirmed by …", as they agreed to be shown. */
  title: string
  issuer: string
  /** When it was recorded, as the document has it. */
  recordedAt: string
  statement: string
  judgements: { competency: string; sentence: string }[]
  /** Confirmed time, role, relationship, basis and assurance, a sentence each. */
  record: string[]
}
