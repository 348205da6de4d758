import { asList, isObject, textOr, type Json, type JsonObject } from '~/standards/json'
import { isDay, type Day } from './day'

/** What a signed record says, for its page and for every paper about it; nothing that is not in it. */
export interface TranscriptSheet {
  holder: string
  /** Where the holder gave one; nobody has checked whose it is. */
  holderDid: string | null
  /** Selection or complete, and as at when. */
  description: string
  entries: TranscriptEntry[]
}

export interface TranscriptEntry {
  /** The credential's, `urn:uuid:` for an activity. */
  id: string
  isActivity: boolean
  /** BCP 47, of what it says; empty where the record tells none. */
  language: string
  name: string
  /** The kind of activity, in words. */
  genre: string
  narrative: string
  /** Of the work; null where the record tells none. */
  from: Day | null
  to: Day | null
  awardedAt: string
  /** Confirmed by others; null where the record tells none. */
  minutes: number | null
  levels: ReachedLevel[]
  /** What those who were there wrote for the record. */
  said: Saying[]
}

export interface ReachedLevel {
  competency: string
  level: { name: string; position: number; of: number }
  /** All levels of the scale, lowest first. */
  scale: string[]
}

export interface Saying {
  /** "Confirmed by Ben Ortiz, Treasurer, Debating Society", as agreed. */
  by: string
  statement: string
  /** Who they were to the work, and how the institution knows them, in sentences. */
  known: string
}

/** The document of a ClrCredential of ours. */
export function transcriptSheet(record: JsonObject): TranscriptSheet {
  const subject = objectOr(record.credentialSubject)
  const name = objects(subject.identifier).find(each => each.identityType === 'name')
  return {
    holder: textOr(name?.identityHash, ''),
    holderDid: typeof subject.id === 'string' ? subject.id : null,
    description: textOr(record.description, ''),
    entries: objects(subject.verifiableCredential).map(entryOf),
  }
}

function entryOf(credential: JsonObject): TranscriptEntry {
  const subject = objectOr(credential.credentialSubject)
  const [evidence] = objects(credential.evidence)
  const scales = new Map(objects(objectOr(subject.achievement).resultDescription).map(scale => [scale.id, scale]))
  const results = objects(subject.result).map(result => ({ result, scale: scales.get(result.resultDescription) ?? {} }))
  const id = textOr(credential.id, '')
  const isActivity = id.startsWith('urn:uuid:')
  return {
    id, isActivity,
    language: textOr(objectOr(subject.achievement).inLanguage, ''),
    name: textOr(credential.name, ''),
    genre: isActivity ? textOr(evidence?.genre, '') : '',
    narrative: textOr(isActivity ? evidence?.narrative : subject.narrative, ''),
    from: dayIn(subject.activityStartDate),
    to: dayIn(subject.activityEndDate),
    awardedAt: textOr(credential.awardedDate, ''),
    minutes: minutesIn(results),
    levels: results.flatMap(({ result, scale }) => reached(result, scale)),
    said: objects(credential.endorsement).flatMap(sayingIn),
  }
}

interface Judged {
  result: JsonObject
  scale: JsonObject
}

function minutesIn(results: Judged[]): number | null {
  const time = results.find(({ scale }) => scale.resultType === 'ext:Minutes')
  return time ? Number(textOr(time.result.value, '0')) : null
}

function reached({ achievedLevel }: JsonObject, { name, rubricCriterionLevel }: JsonObject): ReachedLevel[] {
  const levels = objects(rubricCriterionLevel)
  const at = levels.findIndex(({ id }) => id === achievedLevel)
  const scale = levels.map(level => textOr(level.name, ''))
  const level = scale[at]
  return level === undefined ? [] : [{ competency: textOr(name, ''), level: { name: level, position: at + 1, of: scale.length }, scale }]
}

/**
 * The statement stands before the judgements, each of which is said again in the endorsement's evidence, and what is
 * known of whoever spoke stands after them.
 */
function sayingIn({ name, credentialSubject, evidence }: JsonObject): Saying[] {
  const comment = textOr(objectOr(credentialSubject).endorsementComment, '')
  const judgements = objects(evidence).map(each => textOr(each.narrative, '')).filter(Boolean)
  const end = comment.indexOf(`\n\n${judgements[0]}`)
  const known = comment.slice(comment.lastIndexOf('\n\n') + 2).replaceAll('\n', ' ')
  return end > 0 ? [{ by: textOr(name, ''), statement: comment.slice(0, end), known }] : []
}

function dayIn(moment: Json | undefined): Day | null {
  const day = textOr(moment, '').slice(0, 10)
  return isDay(day) ? day : null
}

function objects(value: Json | undefined): JsonObject[] {
  return asList(value).filter(isObject)
}

function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
