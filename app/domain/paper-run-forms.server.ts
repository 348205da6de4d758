import { z } from 'zod'
import { transcriptIssue as issueWords } from '~/messages/en/transcript-issue'
import { paperLanguages } from '~/messages/paper-languages'
import { ReadyFilter } from './award-forms.server'
import type { PaperKind } from './paper-run'
import type { PaperOrder } from './paper-run.server'
import { transcriptForms } from './transcript'

const { errors } = issueWords

const language = z.enum(paperLanguages).optional()

const Certificates = z
  .object({ programme: z.string().max(40).default(''), language })
  .and(ReadyFilter.transform(students => ({ students })))
  .transform(({ programme, ...order }): PaperOrder => ({ kind: 'certificate', programmeId: programme || null, ...order }))

const Transcripts = z
  .object({
    form: z.enum(transcriptForms).default('full'),
    recipient: z.string({ error: errors.recipient }).trim().min(1, errors.recipient).max(200, errors.long(200)),
    basis: z.string({ error: errors.basis }).trim().min(1, errors.basis).max(1_000, errors.long(1_000)),
    language,
  })
  .and(ReadyFilter.transform(students => ({ students })))
  .transform((order): PaperOrder => ({ kind: 'transcript', ...order }))

/** Which papers, and of whom. */
export const PaperOrderForms = { certificate: Certificates, transcript: Transcripts } satisfies Record<PaperKind, z.ZodType<PaperOrder>>

export type PaperOrderTyped = z.input<typeof Certificates> & z.input<typeof Transcripts>

export const PaperRunAct = z.object({ act: z.enum(['stop', 'goOn']) })
