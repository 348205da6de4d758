import { randomBytes } from 'node:crypto'
import type { PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { clrCredential, type Association } from '~/standards/clr'
import { digestMultibase } from '~/standards/digest'
import { asList, isObject, objectsIn, textOr, type JsonObject } from '~/standards/json'
import { activityCredentials, type ActivityDocument } from './activity-credential.server'
import type { NameForm } from './credential'
import { credentialUrl, parsed } from './credential-document.server'
import { signingIssuer, type Issuer } from './issuer.server'
import { issueBeside } from './signing-threads.server'
import { placeIn, type Place } from './status-list.server'
import { transcriptPath, type IssuedFor } from './transcript'
import type { Entries } from './transcript-entries.server'

export interface TranscriptDraft {
  id: string
  entries: Entries
  isComplete: boolean
  nameForm: NameForm
  did?: string | undefined
  /** Where the institution issues it. */
  issuedFor?: IssuedFor
  /** Of its name and of the sentence that says how much of the record it is. */
  language: PaperLanguage
  place: Place
  at: Date
}

export interface SignedTranscript {
  document: string
  digest: string
  activities: ActivityDocument[]
  /** Ask `isStillActive` about it in the transaction that keeps the document. */
  keyId: string
}

/** Rule 7: composed, signed, verified with all that it carries; nothing of it is in the database yet. */
export async function signTranscript(draft: TranscriptDraft): Promise<SignedTranscript> {
  const { entries: { student, activities: grounds }, at } = draft
  const activities = await activityCredentials(student, grounds)
  const issuer = await signingIssuer(student.institutionId)
  const unsigned = composeTranscript(draft, activities.map(({ document }) => parsed(document)), issuer)
  const [issued] = await issueBeside([unsigned], issuer, at)
  if (!issued || !('text' in issued)) throw new Error(`Not signed: ${issued?.why ?? 'no answer'}`)
  return { document: issued.text, digest: digestMultibase(issued.text), activities, keyId: issuer.keyId }
}

/** As it would be signed, with the credentials of its activities. */
export function composeTranscript(draft: TranscriptDraft, done: readonly JsonObject[], issuer: Issuer): JsonObject {
  const { entries: { credentials }, issuedFor, at } = draft
  const { messages, format } = paperWordsIn(draft.language, issuer.institution.timeZone, at)
  const awarded = credentials.map(({ document }) => parsed(document))
  const told = messages.transcript.describes(issuer.institution.name, draft.isComplete, format.day(format.dayOf(at)))
  return clrCredential({
    id: `${issuer.origin}${transcriptPath(draft.id)}`,
    issuer: issuer.facts,
    name: messages.transcript.name,
    description: issuedFor ? `${told} ${messages.transcript.issuedTo(issuedFor.recipient)}` : told,
    madeAt: at,
    recipient: recipientOf(draft),
    credentials: [...awarded, ...done],
    associations: [
      ...credentials.flatMap((entry, position) => stackedOn(awarded[position], entry, { credentials, awarded, origin: issuer.origin })),
      ...awarded.flatMap(credential => countedIn(credential, done)),
    ],
    status: placeIn(issuer.origin, draft.place),
  })
}

function recipientOf({ entries: { student }, nameForm, did }: TranscriptDraft) {
  const [primary] = student.addresses
  return {
    ...(did && { did }),
    name: nameForm === 'official' ? student.officialName : student.usedName,
    ...(primary && { email: { address: primary.address, salt: randomBytes(16).toString('base64url') } }),
  }
}

/** The activities that a credential rests on: its evidence is called by the version that each tells of. */
function countedIn(credential: JsonObject, done: readonly JsonObject[]): Association[] {
  const counted = new Set(evidenceIds(credential))
  const targetId = achievementId(credential)
  return done
    .filter(activity => evidenceIds(activity).some(id => counted.has(id)))
    .map(activity => ({ type: 'isPartOf', sourceId: achievementId(activity), targetId }))
}

interface Beside {
  credentials: Entries['credentials']
  awarded: readonly JsonObject[]
  origin: string
}

/** The credentials that one stacks on, as far as they stand beside it: its tree calls them by their addresses. */
function stackedOn(upper: JsonObject | undefined, entry: { disclosures: string }, beside: Beside): Association[] {
  if (!upper) return []
  const parts = JSON.parse(entry.disclosures) as JsonObject[] // written by us at issue
  const called = new Set([...objectsIn({ parts })].flatMap(({ object }) => asList(object['credentials'])))
  const lower = beside.awarded.filter((_, at) => called.has(credentialUrl(beside.origin, beside.credentials[at]?.id ?? '')))
  return lower.map(credential => ({ type: 'isChildOf', sourceId: achievementId(credential), targetId: achievementId(upper) }))
}

function evidenceIds(credential: JsonObject): string[] {
  return asList(credential.evidence).flatMap(item => (isObject(item) && typeof item.id === 'string' ? item.id : []))
}

function achievementId({ credentialSubject: subject }: JsonObject): string {
  const achievement = isObject(subject) ? subject.achievement : null
  const id = isObject(achievement) ? textOr(achievement.id, '') : ''
  if (!id) throw new Error('A credential of ours names its achievement.')
  return id
}
