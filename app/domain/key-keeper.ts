import type { KeyKind } from './signing-key'

/**
 * Who keeps the private halves of keys and signs with them. This server does (`sealed-keys.server.ts`), or an agent
 * beside it (`agent-keys.server.ts`); a service of keys in the network would be a third file.
 */
export interface KeyKeeper {
  /** A key nobody has signed with. Nothing is in the database yet. @throws Refusal where there is none to be had */
  provide(wanted: KeyWanted): Promise<KeyProvided>
  /** @throws when its private half cannot be opened */
  signerOf(means: KeyMeans): Sign
}

export interface KeyWanted {
  /** Of the row it will have. */
  id: string
  kind: KeyKind
  /** Of the institution it will sign for. */
  slug: string
  /** Keys that anybody here has signed with, as Multikey writes them. */
  used: readonly string[]
}

export type KeyProvided = Pick<KeyMeans, 'publicKeyMultibase' | 'encryptedPrivate'>

/** How to sign with a key: plain words that pass from thread to thread, with no private half in clear. */
export interface KeyMeans {
  id: string
  kind: KeyKind
  publicKeyMultibase: string
  /** Sealed under SECRET; null: an agent keeps it. */
  encryptedPrivate: string | null
}

/** 64 bytes: Ed25519 over the bytes as they are, P-256 over their SHA-256 with R and S side by side. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
