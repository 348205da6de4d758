import { z } from 'zod'
import { limits } from './activity'
import { duration, whenMissing } from './endorsement-forms.server'
import type { Seen } from './unseen.server'

/** Which of the page's forms it was, the version it showed, and how many answers. */
export const DecisionForm = z.object({
  decision: z.enum(['approve', 'return', 'decline', 'rescind']),
  revision: z.coerce.number().int(),
  answers: z.coerce.number().int(),
})

export const ApproveForm = z
  .object({
    /** Only where the reviewer names another figure than the smallest confirmed, with a reason (rule 3). */
    minutes: duration.optional(),
    reason: z.string().trim().max(limits.claim).default(''),
  })
  .refine(form => form.minutes === undefined || form.reason !== '', {
    path: ['reason'],
    error: 'Say why you name another figure.',
  })
export type ApproveForm = z.output<typeof ApproveForm>
export type ApproveTyped = z.input<typeof ApproveForm>

export const ReasonForm = z.object({
  reason: z.string(whenMissing('Say why, in words the student can act on.')).trim().min(1).max(limits.claim),
})
export type ReasonForm = z.output<typeof ReasonForm>
export type ReasonTyped = z.input<typeof ReasonForm>

/** `id:revision:answers` of what was ticked in the queue, as it was shown. */
export const SelectionForm = z.object({
  selected: z
    .array(z.string().regex(/^[\w-]{1,40}:\d{1,6}:\d{1,3}$/).transform(seen))
    .min(1, { error: 'Select at least one.' })
    .max(100),
})
export type SelectionTyped = z.input<typeof SelectionForm>

function seen(ticked: string): Seen {
  const [id = '', revision, answers] = ticked.split(':')
  return { id, revision: Number(revision), answers: Number(answers) }
}

export const UndoForm = z.object({ reviews: z.string().transform(ids => ids.split(',').slice(0, 100)) })
