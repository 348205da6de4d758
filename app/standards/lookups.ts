import type { PublishedKey } from './did'
import type { JsonObject } from './json'

/** What a verification can't know by itself. Null: it could not be found out. */
export interface Lookups {
  /** The keys an issuer publishes where its id says (`issuerUrl`, `keysOf`); our own, from our records. */
  issuerKeys(issuerId: string): Promise<PublishedKey[] | null>
  statusList(url: string): Promise<string | null>
  /** What answers at an address a credential names: a key by itself, an older list of what was revoked. */
  published(url: string): Promise<string | null>
  /** Whether its issuer signed this very document; asked where the key has been compromised since. */
  isOnRecord?(document: JsonObject): Promise<boolean | null>
}

const MOST = 10

/** Each thing once, and no more than a few: a credential must not send us round the world. */
export function frugal(lookups: Lookups): Lookups {
  const issuerKeys = once(lookups.issuerKeys.bind(lookups))
  const statusList = once(lookups.statusList.bind(lookups))
  const published = once(lookups.published.bind(lookups))
  return { issuerKeys, statusList, published, isOnRecord: lookups.isOnRecord?.bind(lookups) }
}

function once<T>(ask: (name: string) => Promise<T | null>): (name: string) => Promise<T | null> {
  const answers = new Map<string, Promise<T | null>>()
  return name => {
    const answer = answers.get(name) ?? (answers.size < MOST ? ask(name) : Promise.resolve(null))
    if (answers.size < MOST) answers.set(name, answer)
    return answer
  }
}
