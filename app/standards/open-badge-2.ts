import type { Summary } from './summary'
import { asList, hasType, isObject, textOr, type Json, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { readJson } from './strict-json'

const OB_2 = 'https://w3id.org/openbadges/v2'

/** Open Badges 2.0: an assertion, kept by its issuer at the address it has for a name, or signed as a whole. */
export function isAssertion(document: JsonObject): boolean {
  return asList(document['@context']).includes(OB_2) && hasType(document, 'Assertion')
}

/** What an assertion speaks of, from where that is published; null for what could not be had there. */
export interface Published {
  badge: JsonObject | null
  issuerId: string
  issuer: JsonObject | null
}

export async function publishedAbout({ badge: named }: JsonObject, lookups: Lookups): Promise<Published> {
  const badge = await publishedAt(idOf(named), lookups)
  // What stands in the assertion itself is its own word: it says where to ask, and no more.
  const issuerId = idOf(badge?.issuer ?? (isObject(named) ? named.issuer : undefined))
  return { badge, issuerId, issuer: await publishedAt(issuerId, lookups) }
}

/** Null: nothing that can be read answers there, or something under another name. */
export async function publishedAt(url: string, lookups: Lookups): Promise<JsonObject | null> {
  if (!/^https?:/.test(url)) return null
  const read = readJson((await lookups.published(url)) ?? '')
  return 'document' in read && read.document.id === url ? read.document : null
}

export function idOf(value: Json | undefined): string {
  return textOr(isObject(value) ? value.id : value, '')
}

/** The rules of Open Badges 2.0 for an assertion: the first member that breaks one, or null. */
export function brokenMember(assertion: JsonObject): string | null {
  const { id, recipient, badge, verification, issuedOn } = assertion
  if (!/^(https?|urn):/.test(textOr(id, ''))) return 'id'
  if (!isObject(recipient) || typeof recipient.identity !== 'string') return 'recipient'
  if (idOf(badge) === '') return 'badge'
  if (!isObject(verification)) return 'verification'
  return typeof issuedOn === 'string' ? null : 'issuedOn'
}

/** In the words of those that publish it, where they could be asked; else in its own. */
export function summariseAssertion(assertion: JsonObject, { badge, issuer, issuerId }: Published): Summary {
  const own = isObject(assertion.badge) ? assertion.badge : {}
  const { id, name, description } = badge ?? own
  const profile = issuer ?? (isObject(own.issuer) ? own.issuer : {})
  const url = textOr(profile.url, null)
  const { recipient } = assertion
  const isOpen = isObject(recipient) && recipient.hashed !== true && recipient.type !== 'email'
  return {
    id: textOr(assertion.id, null),
    kind: 'open-badge-2',
    name: textOr(name, null),
    description: textOr(description, null),
    issuer: {
      id: issuerId || null,
      name: textOr(profile.name, null),
      url: url && /^https?:\/\//i.test(url) ? url : null,
    },
    recipientDid: null,
    recipients: isOpen ? [textOr(recipient.identity, '')] : [],
    achievement: {
      id: textOr(id, null) ?? (idOf(assertion.badge) || null),
      name: textOr(name, null), type: null, description: textOr(description, null),
    },
    endorsement: null,
    awardedDate: textOr(assertion.issuedOn, null),
    validFrom: textOr(assertion.issuedOn, null),
    validUntil: textOr(assertion.expires, null),
  }
}
