import { sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { SealFiles } from '~/lib/seal-files.server'
import type { Seal } from './seal'

/** RSA takes milliseconds: signed in a thread of Node's own. */
export function fileSeal({ chain, key }: SealFiles): Seal {
  return { chain, sign: bytes => signed('sha256', bytes, key) }
}

const signed = promisify(sign)
