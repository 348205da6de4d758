import { z } from 'zod'
import { transcript as words } from '~/messages/en/transcript'
import { paperLanguages } from '~/messages/paper-languages'
import { nameForms } from './credential'
import { OwnDid } from './own-did.server'
import { MOST_ENTRIES, transcriptForms, type TranscriptForm as Form } from './transcript'
import type { TranscriptOrder } from './transcript.server'

const ids = z.array(z.string()).max(MOST_ENTRIES, words.tooMany(MOST_ENTRIES)).default([])

interface AskedTranscript {
  order: TranscriptOrder
  /** Its paper that is looked at first. */
  form: Form
  /** They know that some characters cannot be printed. */
  isWithoutPaper: boolean
}

/** What was ticked says nothing where everything is asked for. */
export const TranscriptForm = z
  .object({
    extent: z.enum(['complete', 'selection'], { error: words.errors.extent }),
    nameForm: z.enum(nameForms, { error: words.errors.nameForm }),
    credentials: ids,
    activities: ids,
    did: OwnDid,
    language: z.enum(paperLanguages).optional(),
    form: z.enum(transcriptForms).default('full'),
    isWithoutPaper: z.boolean().default(false),
  })
  .transform(({ extent, nameForm, did, language, form, isWithoutPaper, credentials: credentialIds, activities: activityIds }): AskedTranscript => ({
    order: { nameForm, did, language, chosen: extent === 'complete' ? null : { credentialIds, activityIds } }, form, isWithoutPaper,
  }))
export type TranscriptTyped = z.input<typeof TranscriptForm>

/** What its student does with one. */
export const TranscriptAct = z.object({ act: z.enum(['share', 'unshare', 'withdraw']) })
