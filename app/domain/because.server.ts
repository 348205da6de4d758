import { randomBytes } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '~/standards/json'
import { revisionUrn } from '~/standards/open-badge'
import { sealPart, type SealedPart } from '~/standards/because'
import type { Sheet } from './credential'
import { credentialUrl } from './credential-document.server'
import type { Ground, Grounds } from './grounds.server'
import type { Progress } from './progress'

/**
 * Everything a credential rests on, each part sealed by itself: the sheet that everyone reads, each activity
 * as it counted, and the tree of requirements, which calls the activities by their digests and the credentials
 * it stacks on by their addresses.
 */
export function sealGrounds({ activities, progress }: Grounds, sheet: Sheet, origin: string): SealedPart[] {
  const sealed = new Map(activities.map(ground => [ground.counted.id, seal(activityPart(ground))]))
  const digests = new Map([...sealed].map(([id, part]) => [id, part.digest]))
  return [
    seal({ kind: 'sheet', sheet: asJson(sheet) }),
    seal({ kind: 'requirement', progress: treePart(progress, { digests, origin }) }),
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

/** How a part that was set aside stands in what was sealed, as it is kept. */
export const waivedTrace = (key: string) => `"waived":${JSON.stringify(key)}`

interface Called {
  digests: ReadonlyMap<string, string>
  origin: string
}

function treePart(progress: Progress, called: Called): JsonObject {
  const { requirement, met, have, need, because, of } = progress
  const counted = because.flatMap(each => ('activityId' in each ? (called.digests.get(each.activityId) ?? []) : []))
  const held = because.flatMap(each =>
    each.kind === 'credential' ? credentialUrl(called.origin, each.credentialId) : [],
  )
  return {
    requirement: asJson(requirement), met, have, need,
    because: [...new Set(counted)],
    ...(held.length > 0 && { credentials: held }),
    ...(met && requirement.kind === 'waiver' && { waived: requirement.key }),
    of: of.map(part => treePart(part, called)),
  }
}

/** Plain data of ours as JSON: what is undefined is left out. */
function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
