import { isBuilt } from '~/lib/built.server'
import { threadPool } from '~/lib/thread-pool.server'
import { issueMany, type IssuedText } from '~/standards/issue-many'
import type { JsonObject } from '~/standards/json'
import type { Issuer } from './issuer.server'
import type { KeyMeans } from './key-keeper'

/** What a thread is asked for: documents as text, which is handed over at a fraction of the cost of objects. */
export interface SigningOrder {
  unsigned: string
  verificationMethod: string
  means: KeyMeans
  created: Date
}

const pool = threadPool<SigningOrder, IssuedText[]>('signing-worker')

/** Beside each other in threads of their own: signing keeps nobody waiting who asked for a page. */
export function issueBeside(unsigned: JsonObject[], { signer, means }: Issuer, created: Date): Promise<IssuedText[]> {
  // Tests, benchmarks of the source and development sign in the asking thread.
  if (!isBuilt) return issueMany(unsigned, signer, created)
  const { verificationMethod } = signer
  return pool.ask({ unsigned: JSON.stringify(unsigned), verificationMethod, means, created })
}

export function stopSigning(): Promise<void> {
  return pool.stop()
}
