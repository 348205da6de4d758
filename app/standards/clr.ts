import { filled } from './achievement'
import { CLR_2 } from './clr-context'
import { OB_3, OB_3_EXTENSIONS, VC_2 } from './contexts'
import { identities, type RecipientFacts } from './identity'
import { present, type JsonObject } from './json'
import { moment } from './moment'
import { issuerProfile, type IssuerFacts } from './profile'
import { statusEntry, type StatusPlace } from './status-entry'

export interface RecordFacts {
  /** Absolute URL of the public page. */
  id: string
  issuer: IssuerFacts
  name: string
  /** Whether it is a selection or complete, and as at when. */
  description: string
  madeAt: Date
  recipient: RecipientFacts
  /** Signed AchievementCredentials, exactly as stored. */
  credentials: JsonObject[]
  associations: Association[]
  status: StatusPlace
}

/** Between two achievements, by their ids. */
export interface Association {
  type: 'isPartOf' | 'isChildOf'
  sourceId: string
  targetId: string
}

/** What the words of every record of ours mean. */
export const CLR_CONTEXT = [VC_2, CLR_2, OB_3, OB_3_EXTENSIONS]

const SCHEMA = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json'

/** CLR 2.0 ClrCredential on VC 2.0, ready to sign. */
export function clrCredential(facts: RecordFacts): JsonObject {
  return present({
    '@context': [...CLR_CONTEXT],
    id: facts.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: facts.name,
    description: facts.description,
    issuer: issuerProfile(facts.issuer),
    awardedDate: moment(facts.madeAt),
    validFrom: moment(facts.madeAt),
    credentialSubject: present({
      id: facts.recipient.did,
      type: ['ClrSubject'],
      identifier: filled(identities(facts.recipient)),
      verifiableCredential: facts.credentials,
      association: filled(facts.associations.map(association)),
    }),
    credentialStatus: statusEntry(facts.status),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  })
}

function association({ type, sourceId, targetId }: Association): JsonObject {
  return { type: 'Association', associationType: type, sourceId, targetId }
}
