import { now } from '~/lib/clock.server'
import { db, read, type Prisma } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { sheetIn } from './because.server'
import { credentialUrl } from './credential-document.server'
import { stateOf, type RevocationReason, type Sheet } from './credential'
import { originOf } from './issuer.server'
import { isHolder, mayAward, maySeeCredential, type Actor } from './policy'

/** A credential as its holder and the registrar see it. */
export interface HeldCredential {
  id: string
  /** The public address, whether it answers or not. */
  url: string
  state: 'valid' | 'revoked' | 'expired'
  revokedAt: Date | null
  revocationReason: RevocationReason | null
  sharedAt: Date | null
  awardedDate: Date
  validUntil: Date | null
  digest: string
  /** Something it rests on was taken back: whether the holder has answered. Null while nothing is open. */
  correction: { isAnswered: boolean } | null
  sheet: Sheet
}

/** Null for whoever may not see it, as for what does not exist (rule 11). */
export async function findCredential(actor: Actor, id: string): Promise<HeldCredential | null> {
  const row = await db.credential.findUnique({ where: { id }, include: withInstitution })
  return row && maySeeCredential(actor, row) && isKept(row) ? held(row) : null
}

/** One's own, the latest first. */
export async function listCredentials(actor: Actor): Promise<HeldCredential[]> {
  if (actor.kind !== 'person') return []
  const rows = await db.credential.findMany({
    where: { institutionId: actor.institutionId, studentId: actor.id },
    orderBy: [{ awardedDate: 'desc' }, { id: 'desc' }], include: withInstitution,
  })
  return rows.filter(isKept).map(held)
}

/** The signed text, byte for byte: for anyone while shared, for the holder always. Null otherwise. */
export async function findDocument(id: string, actor: Actor | null): Promise<string | null> {
  return (await findText(id, actor))?.document ?? null
}

/** because.json, byte for byte as the document binds it; by the same rules. */
export async function findBecause(id: string, actor: Actor | null): Promise<string | null> {
  return (await findText(id, actor))?.because ?? null
}

/** Everything sealed in because.json with what opens it: the holder's alone, to disclose in parts. */
export async function findDisclosures(actor: Actor, id: string): Promise<string | null> {
  const row = await db.credential.findUnique({
    where: { id }, select: { studentId: true, institutionId: true, disclosures: true },
  })
  return row && isHolder(actor, row) && row.disclosures !== '' ? row.disclosures : null
}

export interface IssuedRow {
  id: string
  url: string
  status: 'valid' | 'revoked' | 'expired'
  shared: boolean
  programme: string
  person: { id: string; name: string }
}

/** The register, in order of ids, a page at a time. */
export async function listIssued(actor: Actor, { after = '', take = 500 } = {}): Promise<IssuedRow[]> {
  allowed(mayAward(actor))
  const rows = await db.credential.findMany({
    where: { institutionId: actor.institutionId, id: { gt: after } },
    orderBy: { id: 'asc' }, take,
    select: {
      id: true, status: true, validUntil: true, sharedAt: true,
      award: { select: { programme: { select: { title: true } } } },
      student: { select: { id: true, officialName: true, institution: true } },
    },
  })
  return rows.map(row => ({
    id: row.id,
    url: credentialUrl(originOf(row.student.institution), row.id),
    status: stateOf(row, now()),
    shared: row.sharedAt !== null,
    programme: row.award.programme.title,
    person: { id: row.student.id, name: row.student.officialName },
  }))
}

const withInstitution = {
  student: { select: { institution: true } },
  corrections: { where: { status: 'open' }, select: { answeredAt: true } },
} as const satisfies Prisma.CredentialInclude

/** The document of somebody erased is gone; its register entry stays (rule 14). */
function isKept({ document }: { document: string }) {
  return document !== ''
}

function held(row: Prisma.CredentialGetPayload<{ include: typeof withInstitution }>): HeldCredential {
  const { id, revokedAt, revocationReason, sharedAt, awardedDate, validUntil, digest } = row
  const [open] = row.corrections
  return {
    id, revokedAt, revocationReason, sharedAt, awardedDate, validUntil, digest,
    url: credentialUrl(originOf(row.student.institution), id),
    state: stateOf(row, now()),
    correction: open ? { isAnswered: open.answeredAt !== null } : null,
    sheet: sheetIn(JSON.parse(row.disclosures) as Parameters<typeof sheetIn>[0]), // written by us at issue
  }
}

/** For anyone while it is shared and was not replaced, for the holder always. */
export async function findText(id: string, actor: Actor | null) {
  const row = await db.credential.findUnique({ where: { id } })
  if (!row || !isKept(row)) return null
  return isPublic(row) || (actor && isHolder(actor, row)) ? row : null
}

function isPublic({ sharedAt, revocationReason }: { sharedAt: Date | null; revocationReason: RevocationReason | null }) {
  return sharedAt !== null && revocationReason !== 'superseded'
}

/** Names the text that everyone may read, without reading it; null where there is none for everyone. */
export async function publicDigestOf(id: string): Promise<string | null> {
  const [row] = await read<{ digest: string; sharedAt: Date | null; revocationReason: RevocationReason | null }>`
    SELECT "digest", "sharedAt", "revocationReason" FROM "Credential" WHERE "id" = ${id} AND "document" <> ''`
  return row && isPublic(row) ? row.digest : null
}
