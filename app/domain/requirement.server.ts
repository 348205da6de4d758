import { z } from 'zod'
import { categories } from './activity'
import { isDay } from './day'
import { MOST_DEEP } from './design-parts'
import { assurances } from './endorsement'
import type { Requirement } from './requirement'

const MOST_PARTS = 100
const positive = z.number().int().min(1)
const id = z.string().min(1)
const day = z.string().refine(isDay)

const counting = z
  .strictObject({
    categories: z.array(z.enum(categories)).max(MOST_PARTS),
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

/**
 * The shape only; whether it can be published is a question to `checkRequirement`. How large it is comes first, and
 * is found out without going down into it: reading what is too deep would end the thread, not just the form.
 */
export const RequirementSchema = z
  .unknown()
  .superRefine((json, context) => {
    const message = tooLarge(json)
    if (message) context.addIssue({ code: 'custom', message, continue: false })
  })
  .pipe(tree)

/** A requirement as it stands in the database. It was checked on the way in. */
export function readRequirement(json: unknown): Requirement {
  return RequirementSchema.parse(json)
}

/** Stops where it is too much, however much there is. */
function tooLarge(json: unknown): string | null {
  const waiting = [{ json, depth: 1 }]
  for (let count = 0; ; count++) {
    const next = waiting.pop()
    if (!next) return null
    if (next.depth > MOST_DEEP + 1) return `Groups stand inside each other more than ${MOST_DEEP} deep. Put them side by side.`
    if (count >= MOST_PARTS) return `These are more than ${MOST_PARTS} parts. Make a programme of some of them, and ask for its credential.`
    const parts: unknown = typeof next.json === 'object' && next.json !== null && 'of' in next.json ? next.json.of : []
    if (!Array.isArray(parts)) continue
    for (const part of parts.slice(0, MOST_PARTS + 1)) waiting.push({ json: part, depth: next.depth + 1 })
  }
}
