import { findPrintables } from '~/domain/printable.server'
import { allowed } from '~/lib/refusal'
import type { PaperLanguage } from '~/messages/paper-languages'
import { certificatePress } from './certificate-press.server'
import { printOnce } from './print-once.server'
import { sayUncovered } from './uncovered.server'

/**
 * The certificate of a credential whose page is on, in the institution’s language where none is asked for; or the
 * sentence that says which characters no face of ours has.
 */
export async function certificateOf(
  id: string, asked?: PaperLanguage,
): Promise<Uint8Array<ArrayBuffer> | { uncovered: string }> {
  const [press, printables] = await Promise.all([certificatePress(asked), findPrintables([id])])
  const printable = printables.get(id)
  allowed(typeof printable === 'object')
  const pdf = await printOnce(await press.madeFrom(printable), renderer => press.print(renderer, printable))
  if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
  return { uncovered: await sayUncovered(pdf.uncovered) }
}
