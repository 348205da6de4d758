import type { z } from 'zod'
import { findHouse } from '~/domain/institution.server'
import type { TranscriptForm } from '~/domain/transcript'
import { transcriptEmblem } from '~/domain/transcript-picture.server'
import type { PreviewedTranscript } from '~/domain/transcript-preview.server'
import { disposition } from '~/lib/disposition.server'
import { PRIVATE } from '~/lib/document.server'
import { parsedForm } from '~/lib/parsed-form.server'
import { Refusal } from '~/lib/refusal'
import { transcript as said } from '~/messages/en/transcript'
import { wordsIn } from '~/messages/messages'
import { paperWordsIn } from '~/messages/papers'
import { printer } from './printer.server'
import { textsIn } from './texts'
import { transcriptFacts } from './transcript-facts'
import { printedInstitution } from './transcript-print.server'

/** The paper of a record that nobody has signed: without number, address, attachment or seal. */
export async function printPreview(
  previewed: PreviewedTranscript, form: TranscriptForm,
): Promise<{ holder: string; pdf: Uint8Array<ArrayBuffer> }> {
  await refuseUnprintable(previewed)
  const { sheet, language, at: madeAt } = previewed
  const words = paperWordsIn(language, (await findHouse()).timeZone, madeAt)
  const institution = await printedInstitution(words, madeAt, await transcriptEmblem())
  const record = { number: '', url: '', bytes: new Uint8Array() }
  const facts = transcriptFacts({ form, institution, record, isPreview: true, madeAt, sheet }, words)
  const pdf = await (await printer()).renderTranscript(facts)
  return { holder: sheet.holder, pdf: new Uint8Array(pdf) }
}

/** A file to look at beside the form that was sent; what keeps it from being printed, in a sentence. */
export async function previewReply<Asked extends { form: TranscriptForm }>(
  fields: FormData, schema: z.ZodType<Asked>, preview: (asked: Asked) => Promise<PreviewedTranscript>,
): Promise<Response> {
  const headers = { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex' }
  try {
    const asked = parsedForm(fields, schema)
    const { holder, pdf } = await printPreview(await preview(asked), asked.form)
    const file = { 'Content-Type': 'application/pdf', 'Content-Disposition': disposition('inline', said.previewed(holder)) }
    return new Response(pdf, { headers: { ...headers, ...file } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(error.message, { status: 422, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
  }
}

/** Before anything is signed. Throws Refusal, which names the entries and the characters that no typeface has. */
export async function refuseUnprintable({ sheet, language, at }: PreviewedTranscript): Promise<void> {
  const renderer = await printer()
  const uncovered = async (printed: unknown) => renderer.uncoveredCharacters(textsIn(printed).join(' '), language)
  if ((await uncovered(sheet)).length === 0) return
  const { language: spoken, timeZone } = await findHouse()
  const { format } = wordsIn(spoken, timeZone, at)
  const parts = [{ name: sheet.holder, printed: sheet.holder }, ...sheet.entries.map(entry => ({ name: entry.name, printed: entry }))]
  const told = await Promise.all(parts.map(async ({ name, printed }) => {
    const characters = await uncovered(printed)
    return characters.length > 0 ? [said.uncoveredIn(name, format.list(characters))] : []
  }))
  throw new Refusal(said.uncovered(told.flat().join(' ')), 'isWithoutPaper')
}
