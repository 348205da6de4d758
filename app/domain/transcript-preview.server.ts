import { now } from '~/lib/clock.server'
import { allowed } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { NOWHERE, unsignedActivities } from './activity-credential.server'
import { signingIssuer } from './issuer.server'
import { mayLogActivities, type PersonActor } from './policy'
import { composeTranscript } from './transcript-document.server'
import { transcriptSheet, type TranscriptSheet } from './transcript-sheet'
import type { TranscriptMaking } from './transcript-making.server'
import { ownMaking, type TranscriptOrder } from './transcript.server'

export interface PreviewedTranscript {
  sheet: TranscriptSheet
  language: PaperLanguage
  at: Date
}

/** What the student's own record would say if it were signed now. Nothing is signed, and nothing kept. */
export async function previewTranscript(actor: PersonActor, order: TranscriptOrder): Promise<PreviewedTranscript> {
  allowed(mayLogActivities(actor))
  await throttle('previewByStudent', actor.id)
  return previewOf(actor.institutionId, ownMaking(actor, order))
}

/** The same of what an office is about to issue. */
export async function previewOf(institutionId: string, { findEntries, ...told }: TranscriptMaking): Promise<PreviewedTranscript> {
  const [entries, issuer, at] = [await findEntries(), await signingIssuer(institutionId), now()]
  const language = told.language ?? paperLanguageOf(issuer.institution.language)
  const done = await unsignedActivities(entries.student, entries.activities)
  const draft = { ...told, id: 'preview', entries, language, place: NOWHERE, at }
  return { sheet: transcriptSheet(composeTranscript(draft, done, issuer)), language, at }
}
