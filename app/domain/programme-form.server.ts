import { z } from 'zod'
import { isDay } from './day'
import { achievementTypes, programmeLevels } from './programme'
import { RequirementSchema } from './requirement.server'

const line = (maximum = 300) => z.string().trim().max(maximum)
const text = line(5_000)

/** A draft may have gaps; publishing looks at them. */
export const ProgrammeForm = z.object({
  title: line(120).min(1, { error: 'Give it a title.' }),
  level: z.enum(programmeLevels),
  achievementType: z.enum(achievementTypes),
  description: text.default(''),
  criteria: text.default(''),
  requirement: RequirementSchema,
  outcomes: z
    .array(z.object({ competencyId: z.string(), levelId: z.string() }))
    .refine(outcomes => new Set(outcomes.map(outcome => outcome.competencyId)).size === outcomes.length, {
      error: 'Each competency only once.',
    })
    .default([]),
  workloadMinutes: z.coerce.number().int().min(0),
  credits: z.coerce.number().min(0).max(60).nullable().default(null),
  creditBasis: line().nullable().default(null),
  eqfLevel: z.coerce.number().int().min(1).max(8).nullable().default(null),
  eqfBasis: line().default(''),
  assessmentType: line().default(''),
  assessor: line().default(''),
  participation: line().default(''),
  qualityAssurance: line(1_000).default(''),
  supervision: line(1_000).default(''),
  prerequisites: line(1_000).default(''),
  leadsTo: line(1_000).default(''),
  fee: line().default(''),
  validityMonths: z.coerce.number().int().min(1).max(600).nullable().default(null),
  /** The day by which somebody looks whether it is still right. */
  reviewDate: z.string().refine(isDay).nullable().default(null),
  contact: line().default(''),
})
export type ProgrammeForm = z.output<typeof ProgrammeForm>
