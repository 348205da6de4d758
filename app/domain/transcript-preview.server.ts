import { now } from '~/lib/clock.server'
import { allowed } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { NOWHERE, unsignedActivities } from './activity-credential.server'
import { signingIssuer } from './issuer.server'
import { mayLogActivities, type PersonActor } from './policy'
import { composeTranscript } from './transcript-document.server'
import { transcriptSheet, type TranscriptSheet } from './transcript-sheet'
import { chosenEntries, type TranscriptOrder } from './transcript.server'

export interface PreviewedTranscript {
  sheet: TranscriptSheet
  language: PaperLanguage
  at: Date
}

/** What the record would say if it were signed now. Nothing is signed, and nothing kept. */
export async function previewTranscript(actor: PersonActor, order: TranscriptOrder): Promise<PreviewedTranscript> {
  allowed(mayLogActivities(actor))
  await throttle('previewByStudent', actor.id)
  const { chosen, nameForm, did } = order
  const [entries, issuer, at] = [await chosenEntries(actor, chosen), await signingIssuer(actor.institutionId), now()]
  const language = order.language ?? paperLanguageOf(issuer.institution.language)
  const done = await unsignedActivities(entries.student, entries.activities)
  const draft = { id: 'preview', entries, isComplete: chosen === null, nameForm, did, language, place: NOWHERE, at }
  return { sheet: transcriptSheet(composeTranscript(draft, done, issuer)), language, at }
}
