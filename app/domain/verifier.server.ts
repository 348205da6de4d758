import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from '~/lib/built.server'
import { root } from '~/lib/root.server'
import { verifyCredential, type Verification, type VerificationOptions } from '~/standards/verification'
import { startVerificationThread, type VerificationThread } from './verification-thread.server'

let thread: VerificationThread | undefined

/** For a server that answers many at once. Commands, tests and development verify in the asking thread. */
export function startVerifier() {
  if (isBuilt) thread = startVerificationThread(pathToFileURL(join(root, 'build/server/verification-worker.js')))
}

export async function stopVerifier() {
  await thread?.stop()
  thread = undefined
}

export function verifyBeside(
  content: string | Uint8Array, options: VerificationOptions,
): Promise<Verification> {
  return (thread ?? { verify: verifyCredential }).verify(content, options)
}
