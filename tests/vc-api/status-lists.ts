import { MIN_ENTRIES, newBitstring, setBit } from '~/standards/bitstring'
import { issueChecked } from '~/standards/issue'
import { signJwt } from '~/standards/issue-jwt'
import type { JsonObject } from '~/standards/json'
import { statusEntry } from '~/standards/status-entry'
import { statusListCredential } from '~/standards/status-list'
import type { KeyIssuer } from './issuers'

const DAY = 86_400_000

/** One list for each issuer: no verifier believes a list of another's. */
export interface StatusList {
  url: string
  nextEntry(): JsonObject
  revoke(index: number): void
  /** Signed as it is at that moment, in the form its issuer has for everything. */
  textAt(now: Date): Promise<string>
}

export function newStatusList(url: string, { id, signer, form }: KeyIssuer): StatusList {
  const bits = newBitstring()
  let taken = 0
  return {
    url,
    nextEntry() {
      const index = taken++ % MIN_ENTRIES
      return statusEntry({ list: url, index })
    },
    revoke: index => setBit(bits, index),
    async textAt(now) {
      const [validFrom, validUntil] = [new Date(now.getTime() - DAY), new Date(now.getTime() + DAY)]
      const unsigned = statusListCredential({ id: url, issuerId: id, bits, validFrom, validUntil })
      return form === 'token' ? signJwt(unsigned, signer, now) : (await issueChecked(unsigned, signer, now)).text
    },
  }
}
