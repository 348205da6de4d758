import { findHouse } from '~/domain/institution.server'
import type { RecordSheet } from '~/domain/record-sheet'
import { messagesIn, wordsIn } from '~/messages/messages'
import { lookPrint } from './house-look'
import { houseLook } from './house-look.server'
import { printOnce } from './print-once.server'
import { sealPrint, underSeal } from './seal.server'

interface Printing {
  /** What the paper follows from: the record, the house, and its seal. */
  madeFrom: string
  print(): Promise<Uint8Array<ArrayBuffer> | { uncovered: string }>
}

/** A sheet on paper, with what is signed of it inside; made on the day that it names. */
export async function sheetPrinting(sheet: RecordSheet, signed: string | null, madeAt: Date): Promise<Printing> {
  const { timeZone } = await findHouse()
  const { foot } = messagesIn(sheet.language).activitySheet
  const look = await houseLook()
  const madeFrom = JSON.stringify([sheet, timeZone, lookPrint(look), foot, await sealPrint(), madeAt, signed])
  return { madeFrom, print }

  async function print() {
    const bytes = signed === null ? null : Buffer.from(signed)
    const printed = { sheet, foot, look, madeAt, signed: bytes }
    const pdf = await printOnce(madeFrom, renderer => underSeal(sealedBy => renderer.renderRecordSheet(printed, sealedBy)))
    if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
    const { format } = wordsIn(sheet.language, timeZone, madeAt)
    return { uncovered: messagesIn(sheet.language).credential.uncovered(format.list(pdf.uncovered)) }
  }
}
