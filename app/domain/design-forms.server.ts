import { z } from 'zod'
import { designForms as says } from '~/messages/en/design-forms'
import { isDay } from './day'
import { duration, whenMissing } from './endorsement-forms.server'
import { achievementTypes, programmeLevels } from './programme'
import { designFields } from './design-fields'

const line = (maximum = 300) => z.string().trim().max(maximum).default('')
const title = z.string(whenMissing(says.title)).trim().min(1).max(120)
const text = line(5_000)

/** As a choice of the list has it: the competency, a space, the level. */
const outcome = z
  .string()
  .regex(/^\S+ \S+$/, says.outcome)
  .transform(chosen => {
    const [competencyId = '', levelId = ''] = chosen.split(' ')
    return { competencyId, levelId }
  })

const outcomes = z
  .array(outcome.optional())
  .max(40)
  .default([])
  .transform(rows => rows.flatMap(row => row ?? []))
  .refine(rows => new Set(rows.map(row => row.competencyId)).size === rows.length, says.oneOutcomeEach)

/** Enough to begin with. */
export const StartForm = z.object({
  title,
  level: z.enum(programmeLevels),
  achievementType: z.enum(achievementTypes),
})
export type StartForm = z.output<typeof StartForm>
export type StartTyped = z.input<typeof StartForm>

/** All that a programme says of itself, save its requirement, which is built on a page of its own. */
export const DescriptionForm = StartForm.extend({
  description: text,
  criteria: text,
  outcomes,
  workload: duration.optional(),
  credits: z.coerce.number<string>().min(0).max(60).optional(),
  creditBasis: line(),
  eqfLevel: z.coerce.number<string>().int().min(1).max(8).optional(),
  eqfBasis: line(),
  assessmentType: line(),
  assessor: line(),
  participation: line(),
  qualityAssurance: line(1_000),
  supervision: line(1_000),
  prerequisites: line(1_000),
  leadsTo: line(1_000),
  fee: line(),
  validityMonths: z.coerce.number<string>().int().min(1).max(600).optional(),
  reviewDate: z.string().refine(isDay, says.day).optional(),
  contact: line(),
})
export type DescriptionForm = z.output<typeof DescriptionForm>
/** As `useForm` knows it. */
export type DescriptionTyped = z.input<typeof DescriptionForm>

export const CommentForm = z.object({
  about: z.enum(designFields).or(z.literal('')).default(''),
  text: z.string(whenMissing(says.comment)).trim().min(1).max(2_000),
})
export type CommentForm = z.output<typeof CommentForm>
export type CommentTyped = z.input<typeof CommentForm>

export const SettleForm = z.object({ settle: z.string() })
