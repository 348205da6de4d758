import { renderCertificate, type CertificateFacts } from '~/documents/certificate'
import { sealName } from '~/documents/seal'
import { sealedPdf } from '~/documents/sealed-pdf'
import { renderRecordSheet } from '~/documents/record-sheet'
import { renderTranscript, type TranscriptFacts } from '~/documents/transcript'
import { transcriptForms } from '~/domain/transcript'
import type { PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { keys, sealOf } from '../seals'
import { arabicFacts } from './arabic-facts'
import { factsOf, names } from './specimen-facts'
import { printedSheetOf } from './record-sheet-facts'
import { transcriptOf } from './transcript-facts'

const seal = sealOf(keys['P-256']())

interface Told {
  /** Of a name, and so its script. */
  language: keyof typeof names
  activities: number
  /** Of the printed sentences; English where none is told. */
  paper?: PaperLanguage
}

type Form = (told: Told) => Promise<Buffer>

/** Everything that is printed. A form that is added here is checked with every script, length and language. */
export const forms: Record<string, Form> = {
  'certificate': told => renderCertificate(factsOf(toldIn(told))),
  'mirrored certificate': told => renderCertificate(arabicFacts(namedIn(told))),
  'sealed certificate': async told => {
    return sealedPdf(await renderCertificate(factsOf(toldIn(told)), sealName(seal)), seal, new Date())
  },
  'sealed mirrored certificate': async told => {
    return sealedPdf(await renderCertificate(arabicFacts(namedIn(told)), sealName(seal)), seal, new Date())
  },
  'sheet': ({ language, activities }) => renderRecordSheet(printedSheetOf(names[language], activities)),
  'sealed mirrored sheet': async ({ language, activities }) => {
    const printed = printedSheetOf(names[language], activities, { language: 'ar' })
    return sealedPdf(await renderRecordSheet(printed, sealName(seal)), seal, new Date())
  },
  ...Object.fromEntries(transcriptForms.flatMap((form): [string, Form][] => [
    [`${form} transcript`, told => renderTranscript(transcriptIn(told, { form }))],
    [`sealed ${form} transcript`, async told => {
      return sealedPdf(await renderTranscript(transcriptIn(told, { form }), sealName(seal)), seal, new Date())
    }],
    [`preview of a ${form} transcript`, told => renderTranscript(transcriptIn(told, { form, isPreview: true, record: NONE }))],
    [`mirrored ${form} transcript`, told => renderTranscript(transcriptIn(told, { form, language: 'ar' }))],
  ])),
}

const NONE: TranscriptFacts['record'] = { number: '', url: '', bytes: new Uint8Array() }

function transcriptIn({ language, activities, paper }: Told, changes: Partial<TranscriptFacts>): TranscriptFacts {
  return transcriptOf(activities, { holder: names[language], ...changes }, paper)
}

function toldIn(told: Told): Partial<CertificateFacts> {
  const { messages: { language, certificate: words } } = paperWordsIn(told.paper ?? 'en', 'Europe/Dublin', new Date(0))
  return { language, words, ...namedIn(told) }
}

function namedIn({ language, activities }: Told): Partial<CertificateFacts> {
  return {
    learner: { name: names[language], language },
    activities: Array.from({ length: activities }, (_, index) => ({
      title: `${index + 1}: ${names[language]}, Shoreline Food Bank`, period: 'Oct 2025 to Mar 2026', minutes: 60 * (index + 1),
    })),
  }
}
