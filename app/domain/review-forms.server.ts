import { z } from 'zod'
import { limits } from './activity'
import { duration } from './endorsement-forms.server'

export const ApproveForm = z.object({
  /** Only when the reviewer names another figure than the smallest confirmed, and then with a reason (rule 3). */
  minutes: duration.optional(),
  reason: z.string().trim().max(limits.claim).default(''),
}).refine(form => form.minutes === undefined || form.reason !== '', { path: ['reason'], error: 'Say why you name another figure.' })
export type ApproveForm = z.output<typeof ApproveForm>

export const ReasonForm = z.object({
  reason: z.string({ error: 'Say why, in words the student can act on.' }).trim().min(1).max(limits.claim),
})
export type ReasonForm = z.output<typeof ReasonForm>
