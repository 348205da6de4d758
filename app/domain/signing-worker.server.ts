import { answerPool } from '~/lib/thread-pool.server'
import { issueMany } from '~/standards/issue-many'
import type { JsonObject } from '~/standards/json'
import { signWith } from './key-keeper.server'
import type { SigningOrder } from './signing-threads.server'

// Started by nobody but `signing-threads.server.ts`, which says what comes in.
answerPool(async ({ unsigned, verificationMethod, means, created }: SigningOrder) => {
  const documents = JSON.parse(unsigned) as JsonObject[] // written there
  return issueMany(documents, { verificationMethod, sign: signWith(means) }, created)
})
