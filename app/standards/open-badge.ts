import { achievement, filled, type AchievementFacts } from './achievement'
import { OPEN_BADGE_CONTEXT } from './contexts'
import { digestMultibase } from './digest'
import { identities, type RecipientFacts } from './identity'
import { present, type JsonObject } from './json'
import { moment, startOf } from './moment'
import { issuerProfile, type IssuerFacts } from './profile'
import { statusEntry, type StatusPlace } from './status-entry'

export interface CredentialFacts {
  /** Absolute URL of the public page, or `urn:uuid:`. */
  id: string
  issuer: IssuerFacts
  awardedAt: Date
  validFrom: Date
  validUntil?: Date
  recipient: RecipientFacts
  achievement: AchievementFacts
  creditsEarned?: number
  /** First and last day of the work that counted, `2025-09-01`. */
  period?: { from: string; to: string }
  narrative?: string
  minutes?: { value: number; name: string }
  results: ResultFacts[]
  activities: ActivityFacts[]
  /** Signed EndorsementCredentials, exactly as stored. */
  endorsements: JsonObject[]
  status: StatusPlace
  /** Where because.json answers, and its exact text. */
  because?: { url: string; text: string }
}

interface ResultFacts {
  scaleId: string
  levelId: string
  levelName: string
}

/** An approved activity as everyone holding the credential will read it: no files, no reflection. */
export interface ActivityFacts {
  /** UUID of the approved revision; its endorsements speak about the same `urn:uuid:`. */
  revisionId: string
  /** The public title where the activity is sensitive. */
  title: string
  /** Role, months, minutes, who confirmed it and how we know, in words. */
  narrative: string
  description?: string
  genre?: string
}

export function revisionUrn(revisionId: string): string {
  return `urn:uuid:${revisionId}`
}

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** OB 3.0 OpenBadgeCredential on VC 2.0, ready to sign. */
export function openBadge(facts: CredentialFacts): JsonObject {
  return present({
    '@context': [...OPEN_BADGE_CONTEXT],
    id: facts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: facts.achievement.name,
    description: facts.achievement.description,
    issuer: issuerProfile(facts.issuer),
    awardedDate: moment(facts.awardedAt),
    validFrom: moment(facts.validFrom),
    validUntil: facts.validUntil && moment(facts.validUntil),
    credentialSubject: subject(facts),
    evidence: filled(facts.activities.map(evidence)),
    endorsement: filled(facts.endorsements),
    credentialStatus: statusEntry(facts.status),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    relatedResource: facts.because && [boundResource(facts.because)],
  })
}

function boundResource({ url, text }: { url: string; text: string }): JsonObject {
  return { id: url, mediaType: 'application/json', digestMultibase: digestMultibase(text) }
}

function subject(facts: CredentialFacts): JsonObject {
  const minutes = facts.minutes && { ...facts.minutes, id: `${facts.achievement.id}#minutes` }
  const described = minutes && describedMinutes(minutes)
  return present({
    id: facts.recipient.did,
    type: ['AchievementSubject'],
    identifier: filled(identities(facts.recipient)),
    activityStartDate: facts.period && startOf(facts.period.from),
    activityEndDate: facts.period && startOf(facts.period.to),
    creditsEarned: facts.creditsEarned,
    narrative: facts.narrative,
    achievement: achievement(facts.achievement, described ? [described] : []),
    result: filled([...facts.results.map(result), ...(minutes ? [resultOfMinutes(minutes)] : [])]),
  })
}

interface Minutes {
  id: string
  name: string
  value: number
}

function describedMinutes({ id, name }: Minutes): JsonObject {
  return { id, type: ['ResultDescription'], name, resultType: 'ext:Minutes' }
}

function resultOfMinutes({ id, value }: Minutes): JsonObject {
  return { type: ['Result'], resultDescription: id, value: String(value) }
}

function result({ scaleId, levelId, levelName }: ResultFacts): JsonObject {
  return { type: ['Result'], resultDescription: scaleId, achievedLevel: levelId, value: levelName }
}

function evidence(activity: ActivityFacts): JsonObject {
  return present({
    id: revisionUrn(activity.revisionId),
    type: ['Evidence'],
    name: activity.title,
    narrative: activity.narrative,
    description: activity.description,
    genre: activity.genre,
  })
}
