import { createHash } from 'node:crypto'
import { detachedSignature } from './detached-signature'
import type { Seal } from './seal'
import { findPlace } from './seal-place'

/** The same document, sealed in the place that was left for it. Whatever is changed afterwards breaks the seal. */
export async function sealedPdf(drawn: Buffer, seal: Seal, at: Date): Promise<Buffer> {
  const pdf = Buffer.from(drawn)
  const { range, moment, contents } = findPlace(pdf)
  // The angle brackets are part of what is left out.
  const [open, close] = [contents.from - 1, contents.to + 1]
  pdf.write(`[0 ${open} ${close} ${pdf.length - close}]`.padEnd(range.length), range.at, 'latin1')
  pdf.write(`D:${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`, moment, 'latin1')
  const digest = createHash('sha256').update(pdf.subarray(0, open)).update(pdf.subarray(close)).digest()
  const signature = (await detachedSignature(digest, seal)).toString('hex')
  if (signature.length > contents.to - contents.from) throw new Error('The seal is larger than its place.')
  pdf.write(signature, contents.from, 'latin1')
  return pdf
}
