import { sign as signBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { issueMany } from '~/standards/issue-many'
import type { JsonObject } from '~/standards/json'
import type { Asked, Told } from './signing-threads.server'

// Started by nobody but `signing-threads.server.ts`, which says what comes in.
parentPort?.on('message', async ({ unsigned, verificationMethod, privateKey, created, port }: Asked) => {
  const documents = JSON.parse(unsigned) as JsonObject[]
  const signer = { verificationMethod, sign: (bytes: Uint8Array) => signBytes(null, bytes, privateKey) }
  const told: Told = await issueMany(documents, signer, created).then(
    issued => ({ issued }),
    (error: Error) => ({ failure: error.stack ?? error.message }),
  )
  port.postMessage(told)
})
