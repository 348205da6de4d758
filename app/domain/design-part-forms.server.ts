import { z } from 'zod'
import { newPublicId } from '~/lib/id.server'
import { designForms as says } from '~/messages/en/design-forms'
import { forms } from '~/messages/en/forms'
import { categories } from './activity'
import { isDay } from './day'
import { assurances } from './endorsement'
import { duration } from './endorsement-forms.server'
import type { Counting, Requirement } from './requirement'

export const partKinds = [
  'minutes', 'activities', 'competency', 'breadth', 'endorsers', 'categories', 'period', 'reflection', 'credential',
  'waiver', 'all', 'any', 'atLeast',
] as const satisfies readonly Requirement['kind'][]
export type PartKind = (typeof partKinds)[number]

const figure = z.coerce.number<string>().int().min(1).max(10_000).optional()
const day = z.string().refine(isDay, says.day).optional()

const Typed = z.object({
  kind: z.enum(partKinds),
  minimum: figure,
  hours: duration.optional(),
  competencyId: z.string().optional(),
  frameworkId: z.string().optional(),
  level: figure,
  times: figure,
  endorsers: figure,
  by: z.enum(['best', 'latest', 'median']).default('best'),
  assurance: z.enum(assurances).optional(),
  days: figure,
  seriesId: z.string().optional(),
  key: z.string().max(200).optional(),
  label: z.string().trim().max(200).optional(),
  categories: z.array(z.enum(categories)).default([]),
  from: day,
  until: day,
  excludePaid: z.boolean().default(false),
  excludeCreditBearing: z.boolean().default(false),
  excludeMandatory: z.boolean().default(false),
})
type Typed = z.output<typeof Typed>

/** One part as somebody fills it in; what another kind would ask for is left aside. */
export const PartForm = Typed.transform((typed, context): Requirement => {
  const missing = neededBy[typed.kind].filter(name => typed[name] === undefined || typed[name] === '')
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: forms.required })
  return missing.length > 0 ? z.NEVER : partOf(typed)
})
/** As `useForm` knows it. */
export type PartTyped = z.input<typeof Typed>

/** A change that needs nothing but the part it is about. */
export const PartMove = z.object({
  act: z.enum(['up', 'down', 'wrap', 'dissolve', 'remove']),
  at: z.string().regex(/^(\d{1,3}(\.\d{1,3})*)?$/).default(''),
  shown: z.string(),
})

export const JsonForm = z.object({ json: z.string({ error: says.json.nothing }).max(60_000, says.json.tooLong) })

const neededBy: Record<PartKind, (keyof Typed)[]> = {
  minutes: ['hours'],
  activities: ['minimum'],
  competency: ['competencyId', 'level'],
  breadth: ['frameworkId', 'minimum', 'level'],
  endorsers: ['minimum', 'assurance'],
  categories: ['minimum'],
  period: ['days'],
  reflection: ['minimum'],
  credential: ['seriesId'],
  waiver: ['label'],
  all: [],
  any: [],
  atLeast: ['minimum'],
}

/** Only where nothing that its kind needs is missing; the figures below stand for what cannot be. */
function partOf(typed: Typed): Requirement {
  const { kind, minimum = 1, level = 1, days = 1, competencyId = '', frameworkId = '', seriesId = '' } = typed
  const work = countingOf(typed)
  switch (kind) {
    case 'all':
    case 'any':
      return { kind, of: [] }
    case 'atLeast':
      return { kind, count: minimum, of: [] }
    case 'minutes':
      return { kind, minimum: typed.hours ?? 1, ...work }
    case 'competency': {
      const { times = 1, endorsers = 1, by } = typed
      return { kind, competencyId, level, times, endorsers, by, ...work }
    }
    case 'breadth':
      return { kind, frameworkId, minimum, level, ...work }
    case 'endorsers':
      return { kind, minimum, assurance: typed.assurance ?? 'email', ...work }
    case 'period':
      return { kind, days, ...work }
    case 'credential':
      return { kind, seriesId }
    case 'waiver':
      return { kind, key: typed.key ?? newPublicId(), label: typed.label ?? '' }
    default:
      return { kind, minimum, ...work }
  }
}

function countingOf({ categories: kinds, from, until, ...typed }: Typed): { counting?: Counting } {
  const counting: Counting = {
    ...(kinds.length > 0 && { categories: kinds }),
    ...(from && { from }),
    ...(until && { until }),
    ...(typed.excludePaid && { excludePaid: true }),
    ...(typed.excludeCreditBearing && { excludeCreditBearing: true }),
    ...(typed.excludeMandatory && { excludeMandatory: true }),
  }
  return Object.keys(counting).length > 0 ? { counting } : {}
}
