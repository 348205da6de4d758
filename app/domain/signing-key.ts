/** Why a key signs no more. */
export const keyReasons = ['routine', 'lost', 'compromised'] as const
export type KeyReason = (typeof keyReasons)[number]

/** Ed25519 for the proofs inside documents, P-256 for the same as a token (JWT). */
export type KeyKind = 'Ed25519' | 'P256'

/** As administrators see it: never its private part. */
export interface KeptKey {
  id: string
  kind: KeyKind
  publicKeyMultibase: string
  status: 'active' | 'retired' | 'lost' | 'compromised'
  createdAt: Date
  retiredAt: Date | null
  compromisedSince: Date | null
  /** An agent keeps its private part, not we. */
  isOutside: boolean
}

/** What there is to know of keys that an agent keeps. */
export interface KeysOutside {
  /** In a sentence; null: nothing is wrong. */
  trouble: string | null
  /** How many of each kind could follow; null where the next is made here. */
  next: Record<KeyKind, number> | null
}
