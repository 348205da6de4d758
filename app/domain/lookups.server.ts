import { db } from '~/lib/db.server'
import { fetchGuarded } from '~/lib/fetch.server'
import { isName } from '~/lib/id.server'
import { NotNow } from '~/lib/refusal'
import { digestMultibase } from '~/standards/digest'
import { issuerUrl, keysOf, type PublishedKey } from '~/standards/did'
import { canonicalJson, textOr, type JsonObject } from '~/standards/json'
import type { Lookups } from '~/standards/lookups'
import { verificationMethodOf } from '~/standards/proof'
import { readJson } from '~/standards/strict-json'
import { findIssuer, originOf } from './issuer.server'
import { publishedKeys } from './signing-key.server'
import { readStatusList } from './status-list.server'

export interface Reach {
  /** Ask nobody outside: what only they know stays unknown. */
  offline?: boolean
  /** Keys to take for any issuer's own, as `z6Mk…`. */
  trusted?: readonly string[]
  /** There are no records of ours to ask either. */
  isAlone?: boolean
  /** However much there is to check, of whomever. */
  isPatient?: boolean
}

/** Our own keys and lists from our records, never by asking ourselves; others' from where they publish them. */
export function lookups({ offline = false, trusted = [], isAlone = false }: Reach = {}): Lookups {
  const read: Read = offline ? async () => null : fetchText
  return {
    async issuerKeys(issuerId) {
      const own = isAlone ? null : await ownKeys(issuerId)
      const keys = own ?? (await foreignKeys(issuerId, read))
      if (trusted.length === 0) return keys
      return [...(keys ?? []), ...trusted.map(key => publishedKey(issuerId, key))]
    },
    async statusList(url) {
      const id = isAlone ? null : await ownListId(url)
      return id === null ? read(url) : unlessNotNow(readStatusList(id))
    },
    published: read,
    ...(!isAlone && { isOnRecord }),
  }
}

async function ownKeys(issuerId: string): Promise<PublishedKey[] | null> {
  const institution = await findIssuer(issuerId)
  if (!institution) return null
  const keys = await publishedKeys(institution.id)
  return keys.map(key => ({ ...publishedKey(issuerId, key.publicKeyMultibase), ...key }))
}

type Read = (url: string) => Promise<string | null>

async function foreignKeys(issuerId: string, read: Read): Promise<PublishedKey[] | null> {
  const url = issuerUrl(issuerId)
  const text = url && (await read(url))
  const document = text ? readJson(text) : null
  return document && 'document' in document ? keysOf(document.document, issuerId) : null
}

function publishedKey(issuerId: string, publicKeyMultibase: string): PublishedKey {
  return { id: verificationMethodOf(issuerId, publicKeyMultibase), publicKeyMultibase }
}

async function fetchText(url: string): Promise<string | null> {
  const accept = 'application/did+json, application/vc, application/ld+json, application/json'
  const fetched = await fetchGuarded(url, { accept })
  return 'text' in fetched ? fetched.text : null
}

async function ownListId(url: string): Promise<string | null> {
  const id = url.slice(url.lastIndexOf('/') + 1)
  if (!isName(id)) return null
  const list = await db.statusList.findUnique({ where: { id }, select: { institutionId: true } })
  if (!list) return null
  const institution = await db.institution.findUniqueOrThrow({ where: { id: list.institutionId } })
  return url === `${originOf(institution)}/status/${id}` ? id : null
}

/** Whether we signed this very document: the answer to a key that was in other hands (rule 9). */
async function isOnRecord(document: JsonObject): Promise<boolean> {
  const id = textOr(document.id, '').split(/[/:]/).at(-1) ?? ''
  if (!isName(id)) return false
  const kept = { where: { id }, select: { document: true, digest: true } }
  const [credential, transcript, activity, endorsement, list] = await Promise.all([
    db.credential.findUnique(kept),
    db.transcript.findUnique(kept),
    db.activityCredential.findUnique(kept),
    db.endorsement.findUnique({ where: { publicId: id }, select: { document: true } }),
    db.statusList.findUnique({ where: { id }, select: { document: true } }),
  ])
  // The text of somebody erased is gone, its digest is not; JSON keeps the order it was signed in.
  const digest = digestMultibase(JSON.stringify(document))
  if ([credential, transcript, activity].some(row => row?.digest === digest)) return true
  return [credential, transcript, activity, endorsement, list].some(row => row?.document && isSame(row.document, document))
}

/** A credential out of a token has no proof inside: what it says is the same. */
function isSame(text: string, document: JsonObject): boolean {
  const read = readJson(text)
  if (!('document' in read)) return false
  const { proof: _, ...said } = read.document
  return canonicalJson(document.proof === undefined ? said : read.document) === canonicalJson(document)
}

/** Who cannot sign the list at the moment cannot say either: that is unknown, and the other checks are answered. */
async function unlessNotNow(asked: Promise<string | null>): Promise<string | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotNow) return null
    throw error
  }
}
