import { sign } from 'node:crypto'
import { promisify } from 'node:util'
import { findHouse } from '~/domain/institution.server'
import { now } from '~/lib/clock.server'
import { settings } from '~/lib/env.server'
import { log } from '~/lib/log.server'
import type { SealFiles } from '~/lib/seal-files.server'
import { demonstrationSeal } from './demonstration-seal.server'
import { isInForce, ownCertificate, sealName, type Seal } from './seal'
import { sealedPdf } from './sealed-pdf'

let known: Promise<Seal | null> | undefined

/** What `draw` gives, sealed where there is a seal; then it is told whose, and leaves a place for it. */
export async function underSeal(draw: (sealedBy?: string) => Promise<Buffer>): Promise<Buffer> {
  const seal = await findSeal()
  if (!seal) return draw()
  return sealedPdf(await draw(sealName(seal)), seal, now())
}

/** The institution's, in a demonstration one of its own making; null where there is none, or none in force. */
export async function findSeal(): Promise<Seal | null> {
  known ??= openSeal()
  const seal = await known
  if (!seal || isInForce(seal, now())) return seal
  log.warn('the certificate of the seal is not in force: documents are not sealed')
  return null
}

/** What tells one seal from another and from none. */
export async function sealPrint(): Promise<string> {
  const seal = await findSeal()
  return seal ? ownCertificate(seal).fingerprint256 : ''
}

/** RSA takes milliseconds: signed in a thread of Node's own. */
export function sealWith({ chain, key }: SealFiles): Seal {
  return { chain, sign: bytes => signed('sha256', bytes, key) }
}

const signed = promisify(sign)

async function openSeal(): Promise<Seal | null> {
  const { seal, demo, dataDir } = settings()
  if (seal) return sealWith(seal)
  return demo ? sealWith(demonstrationSeal(dataDir, (await findHouse()).name, now())) : null
}
