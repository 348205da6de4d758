import { randomBytes } from 'node:crypto'
import { wordsIn, type Words } from '~/messages/messages'
import { composeBecause } from '~/standards/because'
import { digestMultibase } from '~/standards/digest'
import { issueChecked } from '~/standards/issue'
import type { JsonObject } from '~/standards/json'
import { openBadge, type ActivityFacts, type CredentialFacts } from '~/standards/open-badge'
import { readJson } from '~/standards/strict-json'
import { achievementFacts, achievementUrl, scaleId } from './achievement.server'
import type { Choices } from './award'
import { sealGrounds } from './because.server'
import type { Sheet } from './credential'
import { levelUrn } from './framework.server'
import type { Ground, GroundAward, Grounds } from './grounds.server'
import { signingIssuer, type Issuer } from './issuer.server'
import { refuseIncomplete } from './programme-check.server'
import { rubricOf, type RubricRow, type ScaledCompetency } from './rubric.server'
import { activitySentences, periodOf, scaleOf } from './sheet-words'
import { isCarried, levelReached, makeSheet } from './sheet.server'
import { placeIn, type Place } from './status-list.server'

/** Everything about a credential but its signature. */
export interface ComposedCredential {
  id: string
  unsigned: JsonObject
  because: string
  /** The sealed parts, as JSON. */
  disclosures: string
  validFrom: Date
  validUntil: Date | null
  /** Of the endorsements inside. */
  carriedIds: string[]
  keyId: string
}

/** Composed, signed and verified, with all that is kept beside it; nothing is in the database yet. */
export interface SignedCredential extends Omit<ComposedCredential, 'unsigned'> {
  document: string
  digest: string
}

export interface Draft {
  id: string
  grounds: Grounds
  choices: Choices
  place: Place
}

/** What all credentials of a programme that are made at one moment have in common, looked up once. */
export interface Press {
  issuer: Issuer
  rubric: RubricRow[]
  words: Words
  at: Date
}

export async function openPress({ programme, institutionId }: GroundAward, at: Date): Promise<Press> {
  const issuer = await signingIssuer(institutionId)
  const { language, timeZone } = issuer.institution
  return { issuer, rubric: await rubricOf(programme), words: wordsIn(language, timeZone, at), at }
}

/** Rule 7: what is signed here is verified before anybody gets it. */
export async function signCredential(draft: Draft, at: Date): Promise<SignedCredential> {
  const press = await openPress(draft.grounds.award, at)
  const composed = composeCredential(press, draft)
  const { text } = await issueChecked(composed.unsigned, press.issuer.signer, at)
  return withDocument(composed, text)
}

export function withDocument({ unsigned: _, ...composed }: ComposedCredential, document: string): SignedCredential {
  return { ...composed, document, digest: digestMultibase(document) }
}

export function composeCredential(press: Press, { id, grounds, choices, place }: Draft): ComposedCredential {
  const { award, activities } = grounds
  const { issuer, rubric, at } = press
  const sheet = makeSheet(grounds, choices, rubric)
  refuseIncomplete(award.programme, sheet, issuer.institution.language)
  const url = credentialUrl(issuer.origin, id)
  const parts = sealGrounds(grounds, sheet, issuer.origin)
  const because = composeBecause(url, parts)
  const validUntil = addMonths(at, award.programme.validityMonths)
  const carried = activities.flatMap(ground => (
    ground.endorsements.filter(each => isCarried(ground, each, choices))
  ))
  const unsigned = openBadge({
    ...credentialFacts(press, grounds, sheet),
    id: url,
    validFrom: at,
    ...(validUntil && { validUntil }),
    endorsements: carried.map(endorsement => parsed(endorsement.document)),
    status: placeIn(issuer.origin, place),
    because: { url: becauseUrl(issuer.origin, id), text: because },
  })
  const carriedIds = carried.map(endorsement => endorsement.id)
  const disclosures = JSON.stringify(parts)
  return { id, unsigned, because, disclosures, validFrom: at, validUntil, carriedIds, keyId: issuer.keyId }
}

export function credentialUrl(origin: string, id: string): string {
  return `${origin}${credentialPath(id)}`
}

export function credentialPath(id: string): string {
  return `/credentials/${id}`
}

function becauseUrl(origin: string, id: string): string {
  return `${credentialUrl(origin, id)}/because.json`
}

type Said = Omit<CredentialFacts, 'id' | 'validFrom' | 'validUntil' | 'endorsements' | 'status' | 'because'>

function credentialFacts({ issuer: { origin, facts }, rubric, words, at }: Press, grounds: Grounds, sheet: Sheet): Said {
  const { student, programme } = grounds.award
  const [primary] = student.addresses
  const { from, to } = periodOf(sheet)
  return {
    issuer: facts,
    awardedAt: at,
    recipient: {
      name: sheet.holder,
      ...(sheet.holderDid && { did: sheet.holderDid }),
      ...(primary && { email: { address: primary.address, salt: randomBytes(16).toString('base64url') } }),
    },
    achievement: achievementFacts(origin, sheet, rubric, words),
    ...(programme.credits !== null && { creditsEarned: programme.credits }),
    ...(to && { period: { from, to } }),
    narrative: scaleOf(sheet, words),
    minutes: { value: sheet.minutes, name: words.messages.issuing.minutes },
    results: rubric.flatMap(row => resultFacts(achievementUrl(origin, programme.publicId), row, grounds.activities)),
    activities: grounds.activities.map(({ counted }, position) => (
      activityFacts(counted.revisionId, sheet, position, words)
    )),
  }
}

/** The highest level that was seen, on a scale of that achievement's; none where nobody judged it. */
export function resultFacts(achievementId: string, row: ScaledCompetency, activities: readonly Ground[]) {
  const level = levelReached(row, activities)
  if (!level) return []
  return [{ scaleId: scaleId(achievementId, row.id), levelId: levelUrn(row.id, level.id), levelName: level.name }]
}

function activityFacts(revisionId: string, sheet: Sheet, position: number, words: Words): ActivityFacts {
  const activity = sheet.activities[position]
  if (!activity) throw new Error('A sheet lists every activity of its grounds, in their order.')
  const endorsers = sheet.endorsers.filter(endorser => endorser.activity === position)
  return {
    revisionId,
    title: activity.title,
    narrative: activitySentences(activity, endorsers, words),
    genre: words.messages.issuing.category[activity.category],
  }
}

export function parsed(document: string): JsonObject {
  const read = readJson(document)
  if (!('document' in read)) throw new Error('A stored document cannot be read.')
  return read.document
}

/** The same day so many months on, or the last of a shorter month. */
export function addMonths(at: Date, months: number | null): Date | null {
  if (months === null) return null
  const month = at.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const then = new Date(at)
  then.setUTCFullYear(at.getUTCFullYear(), month, Math.min(at.getUTCDate(), lastDay))
  return then
}
