import { db, transaction, type InstitutionModel } from '~/lib/db.server'
import { settings, SettingsError } from '~/lib/env.server'
import { isName } from '~/lib/id.server'
import { didDocument, didWeb } from '~/standards/did'
import type { JsonObject } from '~/standards/json'
import { profileDocument, type IssuerFacts } from '~/standards/profile'
import { verificationMethodOf, type Signer } from '~/standards/proof'
import { record } from './audit.server'
import type { KeyMeans } from './key-keeper'
import { activeKey, publishedKeys } from './signing-key.server'

/** The institution as it signs. */
export interface Issuer {
  institution: InstitutionModel
  /** What all ids inside documents start with, without a slash at the end. */
  origin: string
  facts: IssuerFacts
  /** Ask `isStillActive` about it in the transaction that keeps what was signed. */
  keyId: string
  signer: Signer
  /** For threads that sign: a signer cannot be handed over. */
  means: KeyMeans
}

/** Ready to sign. From here on PUBLIC_URL stays what it is: the ids inside signed documents contain it. */
export async function signingIssuer(institutionId: string): Promise<Issuer> {
  const institution = await keepUrl(institutionId)
  const key = await activeKey(institutionId)
  const facts = issuerFacts(institution)
  return {
    institution,
    origin: originOf(institution),
    facts,
    keyId: key.id,
    means: key.means,
    signer: { verificationMethod: verificationMethodOf(facts.id, key.publicKeyMultibase), sign: key.sign },
  }
}

/** What signs its tokens: ES256, R and S side by side (RFC 7518 §3.4). */
export async function tokenSigner(institutionId: string): Promise<{ keyId: string; signer: Signer }> {
  const facts = issuerFacts(await keepUrl(institutionId))
  const { id: keyId, publicKeyMultibase, sign } = await activeKey(institutionId, 'P256')
  return { keyId, signer: { verificationMethod: verificationMethodOf(facts.id, publicKeyMultibase), sign } }
}

export function originOf(institution: { publicUrl: string | null }): string {
  return institution.publicUrl ?? settings().publicUrl
}

export function issuerFacts(institution: InstitutionModel): IssuerFacts {
  const origin = originOf(institution)
  return {
    id: didWeb(origin, 'issuers', institution.slug),
    name: institution.name,
    url: institution.url ?? `${origin}/issuers/${institution.slug}`,
    email: institution.contactEmail,
    countryCode: institution.country,
  }
}

/** Every key there ever was, for `/issuers/:slug/did.json`; null when there is no such issuer. */
export async function findDidDocument(slug: string): Promise<JsonObject | null> {
  const institution = await db.institution.findUnique({ where: { slug } })
  return institution && didDocument(issuerFacts(institution).id, await publishedKeys(institution.id))
}

/** As an Open Badges profile, with the same keys. */
export async function findProfile(slug: string): Promise<JsonObject | null> {
  const institution = await db.institution.findUnique({ where: { slug } })
  return institution && profileDocument(issuerFacts(institution), await publishedKeys(institution.id))
}

/** The issuer of that DID, if it is one of ours. */
export async function findIssuer(did: string): Promise<InstitutionModel | null> {
  const slug = did.slice(did.lastIndexOf(':') + 1)
  if (!isName(slug)) return null
  const institution = await db.institution.findUnique({ where: { slug } })
  return institution && issuerFacts(institution).id === did ? institution : null
}

/** @throws SettingsError when PUBLIC_URL is set to something other than what signed documents contain */
export async function checkPublicUrl(): Promise<void> {
  const { publicUrl, publicUrlIsSet } = settings()
  if (!publicUrlIsSet) return
  const other = await db.institution.findFirst({ where: { publicUrl: { not: publicUrl } } })
  if (!other?.publicUrl) return
  throw new SettingsError(
    `PUBLIC_URL  is ${publicUrl}, but credentials of ${other.name} contain ${other.publicUrl} for ever. ` +
      'Set it back, or leave it unset.',
  )
}

/** Writes it down, where this is the first that is signed, before a thread that only reads asks for it. */
export async function keepUrl(id: string): Promise<InstitutionModel> {
  const institution = await db.institution.findUniqueOrThrow({ where: { id } })
  if (institution.publicUrl) return institution
  await transaction(async tx => {
    const { count } = await tx.institution.updateMany({
      where: { id, publicUrl: null },
      data: { publicUrl: settings().publicUrl },
    })
    if (count === 0) return
    await record(tx, { kind: 'system', institutionId: id }, 'institution.urlKept', id)
  })
  return db.institution.findUniqueOrThrow({ where: { id } })
}
