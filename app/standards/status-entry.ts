import type { JsonObject } from './json'

export interface StatusPlace {
  list: string
  index: number
}

/** The OB 3.0 schema has room for one status object, so it is the one for revocation. */
export function statusEntry({ list, index }: StatusPlace): JsonObject {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  }
}
