import { alignment, filled, type AlignmentFacts } from './achievement'
import { OPEN_BADGE_CONTEXT } from './contexts'
import { present, type JsonObject } from './json'
import { moment } from './moment'
import { revisionUrn } from './open-badge'
import { issuerProfile, type IssuerFacts } from './profile'
import { statusEntry, type StatusPlace } from './status-entry'

export interface EndorsementFacts {
  id: string
  /** The institution: it records and signs. Never the endorser. */
  issuer: IssuerFacts
  /** "Confirmed by Ben Ortiz, Student representation officer", as the endorser agreed to be shown. */
  name: string
  revisionId: string
  endorsedAt: Date
  /** The statement for the record; never the confidential note. */
  statement?: string
  /** In words: who said it, relationship, basis, assurance, and the role and dates they confirmed. */
  record: string[]
  /** The time they confirmed, what to call it, and the sentence that says so. */
  minutes?: ConfirmedTime
  judgements: JudgementFacts[]
  status?: StatusPlace
}

interface ConfirmedTime {
  value: number
  name: string
  sentence: string
}

/** Every claim gets one, *not observed* included. */
interface JudgementFacts {
  competency: AlignmentFacts
  /** The level observed; none for *not yet at a level* and *not observed*. */
  levelId?: string
  /** The level's name, or the words for the other two answers. */
  outcome: string
  /** "Coordinating others: Independent." with the comment, if there was one. */
  sentence: string
}

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json'

/** OB 3.0 EndorsementCredential on VC 2.0, ready to sign. */
export function endorsementCredential(facts: EndorsementFacts): JsonObject {
  return present({
    '@context': [...OPEN_BADGE_CONTEXT],
    id: facts.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: facts.name,
    issuer: issuerProfile(facts.issuer),
    awardedDate: moment(facts.endorsedAt),
    validFrom: moment(facts.endorsedAt),
    credentialSubject: {
      id: revisionUrn(facts.revisionId),
      type: ['EndorsementSubject'],
      endorsementComment: comment(facts),
    },
    evidence: filled(evidence(facts)),
    credentialStatus: facts.status && statusEntry(facts.status),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  })
}

/** All of it in words as well: this one text is what most software shows of an endorsement. */
function comment({ statement, judgements, minutes, record }: EndorsementFacts): string {
  const sentences = judgements.map(judgement => judgement.sentence)
  const rest = minutes ? [minutes.sentence, ...record] : record
  return [statement, sentences.join('\n'), rest.join('\n')].filter(Boolean).join('\n\n')
}

function evidence({ judgements, minutes }: EndorsementFacts): JsonObject[] {
  return [...judgements.map(judgement), ...(minutes ? [confirmedTime(minutes)] : [])]
}

/**
 * OB 3.0 has no word for a judgement. Evidence has room for what an endorsement rests on, and Result for
 * a level; a node may be both, and so a program can read each judgement with the published contexts alone.
 */
function judgement({ competency, levelId, outcome, sentence }: JudgementFacts): JsonObject {
  return present({
    type: ['Evidence', 'Result'],
    name: competency.name,
    narrative: sentence,
    alignment: [alignment(competency)],
    achievedLevel: levelId,
    value: outcome,
  })
}

function confirmedTime({ value, name, sentence }: ConfirmedTime): JsonObject {
  return { type: ['Evidence', 'Result'], name, narrative: sentence, value: String(value) }
}
