import type { EmblemSource } from '~/domain/emblem'
import { readPapers } from '~/domain/house-papers.server'
import { findHouse } from '~/domain/institution.server'
import type { Actor } from '~/domain/policy'
import { numberOf } from '~/domain/shown-credential.server'
import type { TranscriptForm } from '~/domain/transcript'
import { findTranscript } from '~/domain/transcript-page.server'
import { findTranscriptToBake } from '~/domain/transcript-picture.server'
import { found } from '~/lib/refusal'
import { messagesIn } from '~/messages/messages'
import { paperWordsIn, type PaperWords } from '~/messages/papers'
import { lookPrint } from './house-look'
import { houseOn } from './house-look.server'
import { printOnce } from './print-once.server'
import type { Renderer } from './renderer.server'
import { sealPrint, underSeal } from './seal.server'
import type { TranscriptFacts } from './transcript'
import { transcriptFacts } from './transcript-facts'

interface Printing {
  /** What the paper follows from: the record, the house that issued it, and its seal. */
  madeFrom: string
  holder: string
  print(): Promise<Uint8Array<ArrayBuffer> | { uncovered: string }>
  /** Anew, and sealed. Throws UncoveredCharacters where a character can't be printed. */
  draw(renderer: Renderer): Promise<Buffer>
}

/** The paper of a transcript that is in force, for whoever may see it; as what does not exist otherwise. */
export async function transcriptPrinting(id: string, form: TranscriptForm, actor: Actor | null): Promise<Printing> {
  const [sheet, toBake] = await Promise.all([findTranscript(id, async () => actor), findTranscriptToBake(id, actor)])
  const { document, emblem } = found(sheet.revokedAt ? null : toBake)
  const { language: spoken, timeZone } = await findHouse()
  const { language } = sheet
  const words = paperWordsIn(language, timeZone, sheet.validFrom)
  const institution = await printedInstitution(words, sheet.validFrom, emblem)
  const madeFrom = JSON.stringify([form, language, timeZone, { ...institution, look: lookPrint(institution.look) }, await sealPrint(), document])
  return { madeFrom, holder: sheet.holder, print, draw }

  function draw(renderer: Renderer) {
    const record = { number: numberOf(id), url: sheet.url, bytes: Buffer.from(document) }
    const facts = transcriptFacts({ form, institution, record, madeAt: sheet.validFrom, sheet }, words)
    return underSeal(sealedBy => renderer.renderTranscript(facts, sealedBy))
  }

  async function print() {
    const pdf = await printOnce(madeFrom, draw)
    if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
    return { uncovered: messagesIn(spoken).credential.uncovered(words.format.list(pdf.uncovered)) }
  }
}

/** The house as its transcripts show it, with who signed for it at a moment. */
export async function printedInstitution(
  { format }: PaperWords, at: Date, emblem: EmblemSource,
): Promise<TranscriptFacts['institution']> {
  const { name, legalName, office, country } = await findHouse()
  const [{ look, signatories }, { mayTitleHear }] = await Promise.all([houseOn(format.dayOf(at)), readPapers()])
  return { name, legalName, office, country: format.country(country), emblem, look, mayTitleHear, signatories }
}
