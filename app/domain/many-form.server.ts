import { z } from 'zod'
import { limits } from './activity'
import { isDay } from './day'
import { bases, relationships, shownAs } from './endorsement'
import { duration, judgement, line, whenMissing } from './endorsement-forms.server'

const CHOOSE = 'choose what you saw, or that you did not observe it.'

/** What is said of one student alone. */
export interface RowSaid {
  requestId: string
  revisionHash: string
  confirmedMinutes: number
  judgements: { claimId: string; answer: string; comment: string }[]
  /** Said of this student beside what is said of all. */
  comment: string
}

const row = z
  .object({
    requestId: z.string(),
    revisionHash: z.string(),
    student: z.string().default(''),
    confirmedMinutes: z.string().default(''),
    judgements: z.array(judgement).default([]),
    isLeftOut: z.boolean().default(false),
    comment: z.string().trim().max(limits.claim).default(''),
  })
  .transform(({ student, isLeftOut, ...typed }, context): RowSaid | null => {
    // Nobody is signed for by chance: of whom nothing is said, nothing is kept, and they go on waiting.
    if (isLeftOut || typed.judgements.every(({ answer }) => answer === '')) return null
    typed.judgements.forEach(({ answer }, at) => {
      if (answer !== '') return
      context.addIssue({ code: 'custom', path: ['judgements', at, 'answer'], message: `${student}: ${CHOOSE}` })
    })
    const minutes = duration.safeParse(typed.confirmedMinutes)
    if (minutes.success) return { ...typed, confirmedMinutes: minutes.data }
    const message = `${student}: write the time as 58, 58.5 or 58:30 hours.`
    context.addIssue({ code: 'custom', path: ['confirmedMinutes'], message })
    return z.NEVER
  })

/** Left empty: as each student wrote it. */
const dayOrOwn = z.string().refine(isDay, { error: 'Write a day, such as 2026-03-14.' }).nullable().default(null)

/** Shared facts and statement once, a row a student, one signature. */
export const ManyForm = z
  .object({
    confirmedRole: z.string().trim().max(limits.title).default(''),
    confirmedStart: dayOrOwn,
    confirmedEnd: dayOrOwn,
    // A row that was answered before leaves its place empty.
    rows: z.array(row.nullish()).default([]),
    endorsementComment: z
      .string(whenMissing('Say in a sentence or two what you saw.'))
      .trim()
      .min(1)
      .max(limits.narrative),
    confidentialNote: z.string().trim().max(limits.narrative).default(''),
    relationship: z.enum(relationships, { error: 'Choose what comes closest.' }),
    basis: z.enum(bases, { error: 'Choose how you know.' }),
    isNoRelative: z
      .boolean()
      .default(false)
      .refine(Boolean, { error: 'Family cannot confirm. Leave them out, and decline theirs.' }),
    name: line('Write your name.'),
    roleTitle: line('Write your role, such as volunteer coordinator.'),
    organisation: line('Write your organisation, or that you speak for yourself.'),
    shownAs: z.enum(shownAs, { error: 'Choose how you want to be shown.' }),
  })
  .superRefine(({ rows, confirmedStart, confirmedEnd }, context) => {
    if (!rows.some(Boolean)) {
      context.addIssue({ code: 'custom', path: [], message: 'Choose what you saw for at least one student.' })
    }
    if (confirmedStart !== null && confirmedEnd !== null && confirmedEnd < confirmedStart) {
      const message = 'The last day is before the first.'
      context.addIssue({ code: 'custom', path: ['confirmedEnd'], message })
    }
  })
export type ManyForm = z.output<typeof ManyForm>
export type ManyTyped = z.input<typeof ManyForm>
