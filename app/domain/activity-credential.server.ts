import { randomBytes } from 'node:crypto'
import { now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { wordsIn, type Words } from '~/messages/messages'
import { digestMultibase } from '~/standards/digest'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { scaleFacts } from './achievement.server'
import { achievementTypes } from './activity-credential'
import { record } from './audit.server'
import type { Choices } from './award'
import type { RevocationReason } from './credential'
import { parsed, resultFacts } from './credential-document.server'
import { competencyAlignment } from './framework.server'
import type { Ground, GroundStudent } from './grounds.server'
import { assertStanding, Stale } from './grounds-standing.server'
import { signingIssuer, type Issuer } from './issuer.server'
import type { Actor } from './policy'
import { scaledCompetencies, type ScaledCompetency } from './rubric.server'
import { activitySentences } from './sheet-words'
import { isCarried, sheetActivity, sheetEndorser } from './sheet.server'
import { issueBeside } from './signing-threads.server'
import { findPlaces, placeIn, revokePlace, takePlaces, type Place } from './status-list.server'

const ATTEMPTS = 5

export interface ActivityDocument {
  id: string
  revisionId: string
  document: string
}

/** The credential of each approved version, signed where there was none, in the order asked for. */
export async function activityCredentials(student: GroundStudent, grounds: readonly Ground[]): Promise<ActivityDocument[]> {
  for (let attempt = 1; ; attempt++) {
    const kept = await findKept(grounds)
    const missing = grounds.filter(({ counted }) => !kept.has(counted.revisionId))
    if (missing.length === 0) return grounds.flatMap(({ counted }) => kept.get(counted.revisionId) ?? [])
    if (attempt > ATTEMPTS) throw new Error(`The work of ${student.id} changed each time while it was signed.`)
    await signMissing(student, missing)
  }
}

/** The same for a look beforehand: what has not been signed yet is composed, and nothing is kept. */
export async function unsignedActivities(student: GroundStudent, grounds: readonly Ground[]): Promise<JsonObject[]> {
  const kept = await findKept(grounds)
  const missing = grounds.filter(({ counted }) => !kept.has(counted.revisionId))
  const press = await pressFor(student, missing, now())
  return grounds.map(ground => {
    const signed = kept.get(ground.counted.revisionId)
    return signed ? parsed(signed.document) : compose(press, ground, NOWHERE).unsigned
  })
}

/** On no list: nobody can ask about what was never made. */
export const NOWHERE: Place = { listId: 'preview', index: 0 }

/**
 * What the work has no longer, or not in this version. Ask after `record`, where all who write stand in one line: a
 * credential that was kept meanwhile is seen.
 */
export async function revokeActivityCredentials(
  tx: Tx, { activityId, except }: { activityId: string; except: string | null }, reason: RevocationReason,
) {
  const others = { revision: { activityId }, status: 'valid' as const, ...(except && { revisionId: { not: except } }) }
  for (const { id, listId, listIndex: index } of await tx.activityCredential.findMany({ where: others })) {
    const data = { status: 'revoked' as const, validOf: null, revokedAt: now(), revocationReason: reason }
    await tx.activityCredential.update({ where: { id }, data })
    await revokePlace(tx, { listId, index })
  }
}

async function findKept(grounds: readonly Ground[]) {
  const rows = await db.activityCredential.findMany({
    where: { validOf: { in: grounds.map(({ counted }) => counted.revisionId) } },
    select: { id: true, revisionId: true, document: true },
  })
  return new Map(rows.map(row => [row.revisionId, row]))
}

interface Unsigned {
  id: string
  place: Place
  ground: Ground
  unsigned: JsonObject
}

/** Composed, signed and verified, then kept together; what changed meanwhile, or was kept by another, is seen next time. */
async function signMissing(student: GroundStudent, grounds: readonly Ground[]) {
  const at = now()
  const { institutionId } = student
  const [press, places] = await Promise.all([pressFor(student, grounds, at), findPlaces(institutionId, grounds.length)])
  const { issuer } = press
  const composed = grounds.flatMap((ground, position) => {
    const place = places[position]
    return place ? [{ place, ground, ...compose(press, ground, place) }] : []
  })
  const texts = await issueBeside(composed.map(({ unsigned }) => unsigned), issuer, at)
  const rows = composed.map((each, position) => {
    const issued = texts[position]
    if (!issued || !('text' in issued)) throw new Error(`Not signed: ${issued?.why ?? 'no answer'}`)
    return row(each, issued.text, { student, at })
  })
  try {
    await transaction(tx => keep(tx, rows, { grounds, keyId: issuer.keyId }))
  } catch (error) {
    if (!(error instanceof Stale) && !isTaken(error)) throw error
  }
}

type Row = ReturnType<typeof row>

async function keep(tx: Tx, rows: readonly Row[], { grounds, keyId }: { grounds: readonly Ground[]; keyId: string }) {
  const [first] = rows
  if (!first) return
  const { institutionId, studentId } = first
  await takePlaces(tx, rows.map(({ listId, listIndex: index }) => ({ listId, index })))
  await tx.activityCredential.createMany({ data: [...rows] })
  const system = { kind: 'system', institutionId } satisfies Actor
  await record(tx, system, 'activity.credentials-signed', studentId, { credentials: rows.map(({ id }) => id), key: keyId })
  const endorsementIds = grounds.flatMap(({ counted }) => counted.endorsements.map(({ id }) => id))
  const footing = { studentId, revisionIds: rows.map(({ revisionId }) => revisionId), endorsementIds, credentialIds: [], waiverKeys: [] }
  await assertStanding(tx, [footing], keyId)
}

function row({ id, place, ground }: Unsigned, document: string, { student, at }: { student: GroundStudent; at: Date }) {
  const { revisionId } = ground.counted
  const digest = digestMultibase(document)
  const { id: studentId, institutionId } = student
  return {
    id, institutionId, studentId, revisionId, validOf: revisionId, document, digest,
    listId: place.listId, listIndex: place.index, validFrom: at,
  }
}

interface Press {
  student: GroundStudent
  issuer: Issuer
  rubric: ScaledCompetency[]
  words: Words
  at: Date
}

async function pressFor(student: GroundStudent, grounds: readonly Ground[], at: Date): Promise<Press> {
  const [issuer, rubric] = await Promise.all([signingIssuer(student.institutionId), rubricFor(grounds)])
  return { student, issuer, rubric, at, words: wordsIn(issuer.institution.language, issuer.institution.timeZone, at) }
}

/** Whose it is stands in it as a hash: under which name they show it is said by what carries it. */
function compose({ student, issuer, rubric, words, at }: Press, ground: Ground, place: Place): { id: string; unsigned: JsonObject } {
  const id = newId()
  const { counted, face, endorsements } = ground
  const choices = toldByEndorsers(ground)
  const achievementId = `urn:uuid:${counted.id}`
  const judged = rubric.filter(({ id }) => competenciesIn(ground).has(id))
  const told = sheetActivity(ground, choices)
  const endorsers = endorsements.map(each => ({ activity: 0, ...sheetEndorser(ground, each, choices, issuer.institution.timeZone) }))
  const narrative = activitySentences(told, endorsers, words)
  const { issuing } = words.messages
  const unsigned = openBadge({
    id: `urn:uuid:${id}`,
    issuer: issuer.facts,
    awardedAt: at,
    validFrom: at,
    recipient: recipientOf(student),
    achievement: {
      id: achievementId,
      type: achievementTypes[counted.category],
      name: face.title,
      description: narrative,
      criteria: issuing.activityCriteria(issuer.institution.name),
      inLanguage: words.messages.language,
      alignment: judged.map(competencyAlignment),
      scales: judged.map(competency => scaleFacts(achievementId, competency)),
    },
    ...(counted.activityEndDate && { period: { from: counted.activityStartDate, to: counted.activityEndDate } }),
    minutes: { value: counted.minutes, name: issuing.minutes },
    results: judged.flatMap(competency => resultFacts(achievementId, competency, [ground])),
    activities: [{ revisionId: counted.revisionId, title: face.title, narrative, genre: issuing.category[counted.category] }],
    endorsements: endorsements.filter(each => isCarried(ground, each, choices)).map(({ document }) => parsed(document)),
    status: placeIn(issuer.origin, place),
  })
  return { id, unsigned }
}

/** Endorsers are named as they agreed to; files stay out. */
function toldByEndorsers({ endorsements }: Ground): Choices {
  return { nameForm: 'official', named: endorsements.map(({ id }) => id), evidence: [] }
}

function recipientOf({ addresses: [primary], officialName }: GroundStudent) {
  if (!primary) return { name: officialName }
  return { email: { address: primary.address, salt: randomBytes(16).toString('base64url') } }
}

const rubricFor = (grounds: readonly Ground[]) => scaledCompetencies([...new Set(grounds.flatMap(ground => [...competenciesIn(ground)]))])

function competenciesIn({ counted }: Ground): Set<string> {
  return new Set(counted.endorsements.flatMap(({ judgements }) => judgements.map(({ competencyId }) => competencyId)))
}
