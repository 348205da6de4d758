import { z } from 'zod'
import { opportunityForms as says } from '~/messages/en/opportunity-forms'
import { categories, limits } from './activity'
import { isDay } from './day'
import { duration, line, theirs, whenMissing } from './endorsement-forms.server'
import { opportunityLimits, reviewPolicies } from './opportunity'

const optionalAddress = z.email(theirs.email).max(254).or(z.literal('')).default('')
const optionalName = z.string().trim().max(limits.title).default('')
const optionalDay = z.string().refine(isDay, { error: says.day }).optional()
const competencies = z
  .array(z.string())
  .max(opportunityLimits.competencies, says.tooManyCompetencies)
  .default([])

const Offered = z.object({
  title: line(says.title),
  organisation: line(says.organisation),
  unitId: z.string({ error: says.unit }),
  category: z.enum(categories, { error: says.category }),
  description: z.string(whenMissing(says.description)).trim().min(1).max(opportunityLimits.description),
  competencies,
})

/** As a student says it; whoever could confirm it may be left to the office. */
export const ProposalForm = Offered.extend({
  validatorName: optionalName,
  validatorEmail: optionalAddress,
}).refine(form => !form.validatorEmail || form.validatorName !== '', {
  path: ['validatorName'],
  error: theirs.name,
})
export type ProposalForm = z.output<typeof ProposalForm>
export type ProposalTyped = z.input<typeof ProposalForm>

export const OpportunityForm = Offered.extend({
  validatorName: line(theirs.name),
  validatorEmail: z.email(whenMissing(theirs.email)).max(254),
  validatorUntil: optionalDay,
  deputyName: optionalName,
  deputyEmail: optionalAddress,
  least: duration.optional(),
  most: duration.optional(),
  endorsementsNeeded: z.coerce.number<string>().int().min(1).max(opportunityLimits.endorsements).default(1),
  allowsPeers: z.boolean().default(false),
  reviewPolicy: z.enum(reviewPolicies),
  sampleOneIn: z.coerce.number<string>().int().min(2).max(opportunityLimits.sample).optional(),
})
  .refine(form => (form.deputyName === '') === (form.deputyEmail === ''), {
    path: ['deputyEmail'],
    error: says.deputy,
  })
  .refine(form => form.reviewPolicy !== 'bySample' || form.sampleOneIn !== undefined, {
    path: ['sampleOneIn'],
    error: says.sample,
  })
  .refine(form => !form.most || (form.least !== undefined && form.least <= form.most), {
    path: ['most'],
    error: says.most,
  })
export type OpportunityForm = z.output<typeof OpportunityForm>
/** As `useForm` knows it. */
export type OpportunityTyped = z.input<typeof OpportunityForm>

/** Back to whoever proposed it, to be changed; or not to be taken at all. */
export const RefusalForm = z.object({
  then: z.enum(['return', 'retire']),
  reason: z.string(whenMissing(says.reason)).trim().min(1).max(limits.claim),
})
export type RefusalForm = z.output<typeof RefusalForm>
