import { findHouse } from '~/domain/institution.server'
import { now } from '~/lib/clock.server'
import { settings } from '~/lib/env.server'
import { log } from '~/lib/log.server'
import { demonstrationSeal } from './demonstration-seal.server'
import { fileSeal } from './file-seal.server'
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

async function openSeal(): Promise<Seal | null> {
  const { seal, demo, dataDir } = settings()
  if (seal) return fileSeal(seal)
  return demo ? fileSeal(demonstrationSeal(dataDir, (await findHouse()).name, now())) : null
}
