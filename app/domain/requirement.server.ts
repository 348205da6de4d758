import { z } from 'zod'
import { categories } from './activity'
import { isDay } from './day'
import { assurances } from './endorsement'
import { parts, type Requirement } from './requirement'

const MOST_PARTS = 100
const positive = z.number().int().min(1)
const id = z.string().min(1)
const day = z.string().refine(isDay)

const counting = z
  .strictObject({
    categories: z.array(z.enum(categories)),
    from: day,
    until: day,
    excludePaid: z.boolean(),
    excludeCreditBearing: z.boolean(),
    excludeMandatory: z.boolean(),
  })
  .partial()
  .optional()

const leaves = [
  z.strictObject({ kind: z.literal('minutes'), minimum: positive, counting }),
  z.strictObject({ kind: z.literal('activities'), minimum: positive, counting }),
  z.strictObject({
    kind: z.literal('competency'),
    competencyId: id,
    level: positive,
    times: positive.default(1),
    endorsers: positive.default(1),
    by: z.enum(['best', 'latest', 'median']).default('best'),
    counting,
  }),
  z.strictObject({
    kind: z.literal('breadth'), frameworkId: id, minimum: positive, level: positive, counting,
  }),
  z.strictObject({
    kind: z.literal('endorsers'), minimum: positive, assurance: z.enum(assurances), counting,
  }),
  z.strictObject({ kind: z.literal('categories'), minimum: positive, counting }),
  z.strictObject({ kind: z.literal('period'), days: positive, counting }),
  z.strictObject({ kind: z.literal('reflection'), minimum: positive, counting }),
  z.strictObject({ kind: z.literal('credential'), seriesId: id }),
  z.strictObject({ kind: z.literal('waiver'), key: id, label: z.string().trim().min(1).max(200) }),
] as const

const tree: z.ZodType<Requirement> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all'), of: z.array(tree) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(tree) }),
    z.strictObject({ kind: z.literal('atLeast'), count: positive, of: z.array(tree) }),
    ...leaves,
  ]),
)

/** The shape only; whether it can be published is a question to `checkRequirement`. */
export const RequirementSchema = tree.refine(requirement => [...parts(requirement)].length <= MOST_PARTS)

/** A requirement as it stands in the database. It was checked on the way in. */
export function readRequirement(json: unknown): Requirement {
  return RequirementSchema.parse(json)
}
