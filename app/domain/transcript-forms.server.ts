import { z } from 'zod'
import { transcript as words } from '~/messages/en/transcript'
import { transcriptIssue as issueWords } from '~/messages/en/transcript-issue'
import { paperLanguages } from '~/messages/paper-languages'
import { nameForms } from './credential'
import { OwnDid } from './own-did.server'
import { issueExtents, MOST_ENTRIES, transcriptForms, type TranscriptForm as Form } from './transcript'
import type { TranscriptIssue } from './transcript-issue.server'
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

/** One that an office issues, to somebody, for a reason. */
export const IssueForm = z
  .object({
    recipient: z.string({ error: issueWords.errors.recipient }).trim().min(1, issueWords.errors.recipient).max(200, issueWords.errors.long(200)),
    basis: z.string({ error: issueWords.errors.basis }).trim().min(1, issueWords.errors.basis).max(1_000, issueWords.errors.long(1_000)),
    extent: z.enum(issueExtents, { error: issueWords.errors.extent }),
    nameForm: z.enum(nameForms, { error: words.errors.nameForm }),
    language: z.enum(paperLanguages).optional(),
    form: z.enum(transcriptForms).default('full'),
    isWithoutPaper: z.boolean().default(false),
  })
  .transform(({ form, isWithoutPaper, ...issue }): AskedIssue => ({ issue, form, isWithoutPaper }))
export type IssueTyped = z.input<typeof IssueForm>

interface AskedIssue {
  issue: TranscriptIssue
  form: Form
  isWithoutPaper: boolean
}

/** What its student does with one. */
export const TranscriptAct = z.object({ act: z.enum(['share', 'unshare', 'withdraw']) })
