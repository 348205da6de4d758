import type { Kind } from './check'
import { kindOf } from './format-check'
import { asList, hasType, isObject, type Json, type JsonObject } from './json'

/** What a credential says, for showing. A stranger wrote it: plain text, and no links but web links. */
export interface Summary {
  id: string | null
  kind: Kind | null
  name: string | null
  description: string | null
  issuer: { id: string | null; name: string | null; url: string | null }
  recipients: string[]
  /** What the document calls them by; whose it is, its holder has to show. */
  recipientDid: string | null
  achievement: {
    id: string | null
    name: string | null
    type: string | null
    description: string | null
  } | null
  endorsement: { subject: string | null; comment: string | null } | null
  awardedDate: string | null
  validFrom: string | null
  validUntil: string | null
}

export function summarise(document: JsonObject): Summary {
  const subject = asList(document.credentialSubject).find(isObject) ?? {}
  const kind = kindOf(document)
  return {
    id: words(document.id),
    kind,
    name: words(document.name),
    description: words(document.description),
    issuer: issuerOf(document.issuer),
    recipients: kind === 'endorsement' ? [] : recipientsOf(subject),
    recipientDid: kind === 'endorsement' ? null : didOf(subject),
    achievement: isObject(subject.achievement) ? achievementOf(subject.achievement) : null,
    endorsement:
      kind === 'endorsement'
        ? { subject: words(subject.id), comment: words(subject.endorsementComment) }
        : null,
    awardedDate: words(document.awardedDate),
    validFrom: words(document.validFrom ?? document.issuanceDate),
    validUntil: words(document.validUntil ?? document.expirationDate),
  }
}

/** The first language of a text that comes in several. */
function words(value: Json | undefined): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return words(value[0])
  if (!isObject(value)) return null
  return words(value['@value'] ?? Object.values(value)[0])
}

function issuerOf(issuer: Json | undefined): Summary['issuer'] {
  if (!isObject(issuer)) return { id: words(issuer), name: null, url: null }
  const url = words(issuer.url)
  return {
    id: words(issuer.id),
    name: words(issuer.name),
    url: url && /^https?:\/\//i.test(url) ? url : null,
  }
}

function recipientsOf(subject: JsonObject): string[] {
  const named = asList(subject.identifier)
    .filter(isObject)
    .filter(identity => identity.hashed === false && identity.identityType === 'name')
  const profile = hasType(subject, 'Profile') ? [words(subject.name)] : []
  return [...named.map(identity => words(identity.identityHash)), ...profile].filter(name => name !== null)
}

function didOf({ id }: JsonObject): string | null {
  return typeof id === 'string' && id.startsWith('did:') ? id : null
}

function achievementOf(achievement: JsonObject): Summary['achievement'] {
  return {
    id: words(achievement.id),
    name: words(achievement.name),
    type: words(achievement.achievementType),
    description: words(achievement.description),
  }
}
