import { randomBytes } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '~/standards/json'
import { revisionUrn } from '~/standards/open-badge'
import { sealPart, type SealedPart } from '~/standards/because'
import type { Sheet } from './credential'
import type { Ground, Grounds } from './grounds.server'
import type { Progress } from './progress'

/**
 * Everything a credential rests on, each part sealed by itself: the sheet that everyone reads, each activity
 * as it counted, and the tree of requirements, which calls the activities by their digests.
 */
export function sealGrounds({ activities, progress }: Grounds, sheet: Sheet): SealedPart[] {
  const sealed = new Map(activities.map(ground => [ground.counted.id, seal(activityPart(ground))]))
  const digests = new Map([...sealed].map(([id, part]) => [id, part.digest]))
  return [
    seal({ kind: 'sheet', sheet: asJson(sheet) }),
    seal({ kind: 'requirement', progress: treePart(progress, digests) }),
    ...sealed.values(),
  ]
}

/** The sheet as it was sealed at issue. */
export function sheetIn(parts: readonly { value: Json }[]): Sheet {
  for (const { value } of parts) {
    // Sealed by us, and bound to the credential by its digest.
    if (isObject(value) && 'sheet' in value) return value.sheet as unknown as Sheet
  }
  throw new Error('A credential is kept with its sheet.')
}

function seal(value: JsonObject) {
  return sealPart(value, randomBytes(16).toString('base64url'))
}

function activityPart({ counted, facts }: Ground): JsonObject {
  const { title, organisation, role, category, activityStartDate, activityEndDate, minutes } = counted
  return {
    kind: 'activity',
    revision: revisionUrn(counted.revisionId),
    title, organisation, role, category, activityStartDate, activityEndDate, minutes,
    isPaid: counted.isPaid, isCreditBearing: counted.isCreditBearing, isMandatory: counted.isMandatory,
    evidence: facts.evidence.map(({ name, digest }) => ({ name, digest })),
    endorsements: counted.endorsements.map(({ id, assurance, endorsedAt, judgements }) => ({
      id, assurance, endorsedAt: endorsedAt.toISOString(),
      judgements: judgements.map(({ competencyId, outcome, level }) => ({ competencyId, outcome, level })),
    })),
  }
}

function treePart(progress: Progress, digests: ReadonlyMap<string, string>): JsonObject {
  const { requirement, met, have, need, because, of } = progress
  const counted = because.flatMap(each => ('activityId' in each ? (digests.get(each.activityId) ?? []) : []))
  return {
    requirement: asJson(requirement), met, have, need,
    because: [...new Set(counted)],
    of: of.map(part => treePart(part, digests)),
  }
}

/** Plain data of ours as JSON: what is undefined is left out. */
function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
