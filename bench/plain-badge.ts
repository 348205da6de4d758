import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { JsonObject } from '~/standards/json'

/** The unsigned badge and endorsement, composed in another process: composing loads the faster jsonld. */
export function plainBadge(): Promise<{ badge: JsonObject; endorsement: JsonObject }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'composed.ts'), { execArgv: ['--import', 'tsx'] })
    child.once('message', (composed: { badge: JsonObject; endorsement: JsonObject }) => resolve(composed))
    child.once('exit', code => reject(new Error(`Composing ended with ${code}.`)))
  })
}
