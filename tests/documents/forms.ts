import { renderCertificate, type CertificateFacts } from '~/documents/certificate'
import { STANDARD_LOOK, type HouseLook } from '~/documents/house-look'
import { sealName } from '~/documents/seal'
import { sealedPdf } from '~/documents/sealed-pdf'
import { renderRecordSheet } from '~/documents/record-sheet'
import { renderTranscript, type TranscriptFacts } from '~/documents/transcript'
import { transcriptForms } from '~/domain/transcript'
import { hear } from '~/messages/en/hear'
import type { PaperLanguage } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { signatories } from '../cast'
import { keys, sealOf } from '../seals'
import { arabicFacts } from './arabic-facts'
import { crest } from './crest'
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
  'portrait certificate': told => renderCertificate(factsOf({ ...toldIn(told), institution: houseOf({ certificateLayout: 'portrait' }) })),
  'letter certificate': told => renderCertificate(factsOf({ ...toldIn(told), institution: houseOf({ paperSize: 'letter' }) })),
  'letter portrait certificate': told => renderCertificate(factsOf({ ...toldIn(told), institution: houseOf(LETTER_PORTRAIT) })),
  'mirrored portrait certificate': told => renderCertificate(arabicFacts({ ...namedIn(told), institution: houseOf({ certificateLayout: 'portrait' }) })),
  'sealed mirrored letter portrait certificate': async told => {
    const facts = arabicFacts({ ...namedIn(told), institution: houseOf(LETTER_PORTRAIT) })
    return sealedPdf(await renderCertificate(facts, sealName(seal)), seal, new Date())
  },
  'specimen': told => renderCertificate(factsOf({ ...toldIn(told), institution: houseOf({}), isSpecimen: true })),
  'letter sheet': ({ language, activities }) => renderRecordSheet({ ...printedSheetOf(names[language], activities), look: lookOf({ paperSize: 'letter' }) }),
  'letter transcript': told => renderTranscript(transcriptIn(told, { institution: registryOf({ paperSize: 'letter' }) })),
  'letter employer transcript': told => renderTranscript(transcriptIn(told, { form: 'employer', institution: registryOf({ paperSize: 'letter' }) })),
  'mirrored letter transcript': told => renderTranscript(transcriptIn(told, { language: 'ar', institution: registryOf({ paperSize: 'letter' }) })),
  'hear transcript': told => renderTranscript(hearTranscript(told)),
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

const LETTER_PORTRAIT = { paperSize: 'letter', certificateLayout: 'portrait' } as const

const lookOf = (changes: Partial<HouseLook>): HouseLook => ({ ...STANDARD_LOOK, crest, ...changes })

function houseOf(changes: Partial<HouseLook>): CertificateFacts['institution'] {
  return { ...factsOf().institution, signatories: [...signatories], look: lookOf(changes) }
}

function registryOf(changes: Partial<HouseLook>): TranscriptFacts['institution'] {
  return { ...transcriptOf(1).institution, signatories: [...signatories], look: lookOf(changes) }
}

/** The scheme's title, which a full transcript in English has; in another language it is called as ever. */
function hearTranscript(told: Told): TranscriptFacts {
  const facts = transcriptIn(told, { institution: registryOf({}) })
  return told.paper === undefined || told.paper === 'en' ? { ...facts, words: { ...facts.words, ...hear } } : facts
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
