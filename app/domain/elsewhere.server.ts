import type { Words } from '~/messages/messages'
import { bakeIntoPng } from '~/standards/bake'
import { findDocument } from './credential.server'
import { credentialUrl } from './credential-document.server'
import { cardAddress, elsewhereOf, isShownElsewhere, linkedPicture } from './elsewhere'
import type { EmblemSource } from './emblem'
import { findHouse } from './institution.server'
import { originOf } from './issuer.server'
import type { Actor } from './policy'
import { emblemOf } from './programme-description'
import { findStanding, sheetFor, showCredential } from './shown-credential.server'
import type { ShownCredential } from './shown-credential'

export interface ToBake {
  document: string
  emblem: EmblemSource
  artworkDigest: string | null
  /** Of the file: "Inclusive Leadership, Ana Duarte" */
  name: string
}

/** The document and the emblem it is baked into, for whoever is given the document; null for everybody else. */
export async function findToBake(id: string, actor: Actor | null): Promise<ToBake | null> {
  const document = await findDocument(id, actor)
  const standing = document && (await findStanding(id))
  if (!standing) return null
  const { programme, issuer, holder } = await sheetFor(standing)
  const { artworkDigest, title } = programme
  return { document, emblem: emblemOf(programme, issuer.name), artworkDigest, name: `${title}, ${holder}` }
}

/** The document in its picture. */
export function bakedPicture(png: Uint8Array, document: string): Uint8Array {
  return bakeIntoPng(png, document)
}

/** A shared credential that stands, with the digest of its document; null for any other. */
export async function findShownElsewhere(id: string): Promise<{ credential: ShownCredential; digest: string } | null> {
  const standing = await findStanding(id)
  const credential = standing?.sharedAt ? await showCredential(standing) : null
  return standing && credential && isShownElsewhere(credential) ? { credential, digest: standing.digest } : null
}

/** By the address of its page; null for what is not at such an address, and for what may not be shown. */
export async function findByAddress(address: string): Promise<ShownCredential | null> {
  const before = credentialUrl(originOf(await findHouse()), '')
  if (!address.startsWith(before)) return null
  const [id = ''] = address.slice(before.length).split(/[?#]/, 1)
  return (await findShownElsewhere(id))?.credential ?? null
}

/** In pixels, where the other site says so. */
export interface Room {
  width: number | null
  height: number | null
}

const [WIDTH, HEIGHT] = [600, 315]

/** What oEmbed 1.0 §2.3.4 answers of a `rich` resource: the card, which leads to the page. */
export function embeddingOf(credential: ShownCredential, { width, height }: Room, words: Words) {
  const { title, institution, url, alt } = elsewhereOf(credential, words)
  const scale = Math.min(1, (width ?? WIDTH) / WIDTH, (height ?? HEIGHT) / HEIGHT)
  const size = { width: Math.max(1, Math.floor(WIDTH * scale)), height: Math.max(1, Math.floor(HEIGHT * scale)) }
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: institution,
    provider_url: new URL(url).origin,
    html: linkedPicture({ href: url, src: cardAddress(url), ...size, alt }),
    ...size,
  }
}
