import { isObject, textOr } from '~/standards/json'
import { disclose, type Disclosure, type SealedPart } from '~/standards/because'
import { findDisclosures } from './credential.server'
import type { Actor } from './policy'

/** A sealed part as its holder knows it. */
export interface OwnPart {
  digest: string
  /** The activity's title; null for the tree of requirements. */
  title: string | null
}

/** What the holder may hand over beside the credential; the sheet is in the credential itself. */
export async function listParts(actor: Actor, credentialId: string): Promise<OwnPart[] | null> {
  const parts = await partsOf(actor, credentialId)
  return parts && parts.flatMap(({ digest, value }) => {
    const part = isObject(value) ? value : {}
    if (part.kind === 'sheet') return []
    return [{ digest, title: part.kind === 'activity' ? textOr(part.title, '') : null }]
  })
}

/** Those that were chosen, with what opens them; nothing for anybody but the holder. */
export async function disclosedParts(actor: Actor | null, credentialId: string, digests: readonly string[]): Promise<Disclosure[]> {
  const parts = actor && digests.length > 0 ? await partsOf(actor, credentialId) : null
  const chosen = new Set(parts?.filter(({ digest }) => digests.includes(digest)).map(({ value }) => value))
  return parts ? disclose(parts, value => chosen.has(value)) : []
}

async function partsOf(actor: Actor, credentialId: string): Promise<SealedPart[] | null> {
  const text = await findDisclosures(actor, credentialId)
  return text === null ? null : (JSON.parse(text) as SealedPart[]) // written by us at issue
}
