import { OPEN_BADGE_CONTEXT } from './contexts'
import type { JsonObject } from './json'
import { moment } from './moment'
import { issuerProfile, type IssuerFacts } from './profile'

export interface AchievementEndorsementFacts {
  id: string
  /** The institution: it records and signs. Never the partner. */
  issuer: IssuerFacts
  /** "Endorsed by Ines Falk, Estuary Lab". */
  name: string
  /** The address of the achievement. */
  achievementId: string
  endorsedAt: Date
  statement: string
  /** In words: how we know who said it, and who signs. */
  record: string[]
}

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json'

/** OB 3.0 EndorsementCredential about an achievement, ready to sign. */
export function achievementEndorsement(facts: AchievementEndorsementFacts): JsonObject {
  return {
    '@context': [...OPEN_BADGE_CONTEXT],
    'id': facts.id,
    'type': ['VerifiableCredential', 'EndorsementCredential'],
    'name': facts.name,
    'issuer': issuerProfile(facts.issuer),
    'awardedDate': moment(facts.endorsedAt),
    'validFrom': moment(facts.endorsedAt),
    'credentialSubject': {
      id: facts.achievementId,
      type: ['EndorsementSubject'],
      endorsementComment: [facts.statement, facts.record.join('\n')].join('\n\n'),
    },
    'credentialSchema': [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  }
}
