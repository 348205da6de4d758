import { now } from '~/lib/clock.server'
import { db, read } from '~/lib/db.server'
import { sheetIn } from './because.server'
import { credentialUrl } from './credential-document.server'
import { stateOf, type CredentialStatus, type RevocationReason, type Sheet } from './credential'
import { checkStanding, type StandingCheck } from './credential-check.server'
import { findHouse } from './institution.server'
import { originOf } from './issuer.server'
import { maySeeCredential, type Actor } from './policy'
import type { ShownCredential } from './shown-credential'

/** How a credential stands, without its contents: all that is asked of the database at each visit. */
export interface Standing {
  id: string
  institutionId: string
  studentId: string
  digest: string
  status: CredentialStatus
  awardedDate: Date
  validUntil: Date | null
  sharedAt: Date | null
  revokedAt: Date | null
  revocationReason: RevocationReason | null
  /** Of the open case where something it rests on was taken back. */
  correctionId: string | null
  listId: string
  /** Raised by every revocation in its list. */
  listVersion: number
}

/** Null where there is none, or what there was has been erased. */
export async function findStanding(id: string): Promise<Standing | null> {
  const [row] = await read<Standing>`
    SELECT c."id", c."institutionId", c."studentId", c."digest", c."status", c."awardedDate",
      c."validUntil", c."sharedAt", c."revokedAt", c."revocationReason", c."listId", l."version" AS "listVersion", o."id" AS "correctionId"
    FROM "Credential" c JOIN "StatusList" l ON l."id" = c."listId"
    LEFT JOIN "Correction" o ON o."openOf" = c."id"
    WHERE c."id" = ${id} AND c."document" <> ''`
  return row ?? null
}

/** Names the state a shared credential's page tells of; null where there is no page for everyone. */
export async function publicStateOf(id: string): Promise<string | null> {
  const standing = await findStanding(id)
  if (!standing?.sharedAt) return null
  const { at } = await checkStanding(standing)
  return JSON.stringify([standing, stateOf(standing, now()), at])
}

type Audience = 'everyone' | 'holder' | 'office'

/** Whom a credential is shown to now; null when it is nobody who asks (rules 11 and 12). */
export async function audienceOf(
  standing: Standing,
  findActor: () => Promise<Actor | null>,
): Promise<Audience | null> {
  if (standing.sharedAt) return 'everyone'
  const actor = await findActor()
  if (!actor || !maySeeCredential(actor, standing)) return null
  return actor.kind === 'person' && actor.id === standing.studentId ? 'holder' : 'office'
}

/** What the page shows: of one revoked no name and nothing it said; of one that was replaced, nothing. */
export async function showCredential(standing: Standing): Promise<ShownCredential | null> {
  const { id, awardedDate, validUntil, sharedAt, revokedAt, revocationReason } = standing
  if (revocationReason === 'superseded') return null
  const check = await checkStanding(standing)
  const sheet = await sheetFor(standing)
  return {
    id,
    awardedDate,
    validUntil,
    revokedAt,
    revocationReason,
    isPublic: sharedAt !== null,
    isUnderReview: standing.correctionId !== null,
    number: numberOf(id),
    url: credentialUrl(originOf(await findHouse()), id),
    answer: answerOf(standing, check),
    checkedAt: check.at,
    sheet: revokedAt ? withoutHolder(sheet) : sheet,
  }
}

function withoutHolder({ holderDid: _, ...sheet }: Sheet): Sheet {
  return { ...sheet, holder: '', results: [], activities: [], endorsers: [] }
}

/** The worst of what is known. Our own list is asked of the database, so a revocation shows at once. */
function answerOf(standing: Standing, { outcome }: StandingCheck): ShownCredential['answer'] {
  const state = stateOf(standing, now())
  if (state === 'revoked' || outcome === 'passed') return state
  return outcome === 'failed' ? 'failed' : 'unknown'
}

/** A paper for as long as the page behind its QR code tells of a credential that was not taken back. */
export function isPrinted({ sharedAt, status }: Pick<Standing, 'sharedAt' | 'status'>): boolean {
  return sharedAt !== null && status === 'valid'
}

const AT_MOST = 500
const sheets = new Map<string, Sheet>()

/** What everyone reads, as it was sealed at issue. It never changes, so the last ones are kept. */
export async function sheetFor({ id, digest }: Pick<Standing, 'id' | 'digest'>): Promise<Sheet> {
  const known = sheets.get(digest)
  if (known) return known
  const { disclosures } = await db.credential.findUniqueOrThrow({
    where: { id },
    select: { disclosures: true },
  })
  const sheet = sheetIn(JSON.parse(disclosures) as Parameters<typeof sheetIn>[0]) // written by us at issue
  if (sheets.size >= AT_MOST) sheets.clear()
  sheets.set(digest, sheet)
  return sheet
}

/** The first half of the id in hex: what people read out on the phone. */
export function numberOf(id: string): string {
  return (
    Buffer.from(id, 'base64url').subarray(0, 8).toString('hex').toUpperCase().match(/.{4}/g) ?? []
  ).join('-')
}
