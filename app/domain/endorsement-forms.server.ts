import { z } from 'zod'
import { limits } from './activity'
import { isDay } from './day'
import { bases, declineReasons, relationships, shownAs } from './endorsement'
import { parseMinutes } from './minutes'
import { domainOf } from './people'

const day = z.string().refine(isDay, { error: 'Write a day, such as 2026-03-14.' })
/** Of a field that must not be empty. What is too long is told in the words for that. */
export const whenMissing = (sentence: string) => ({
  error: (issue: { code?: string }) => (issue.code === 'too_big' ? undefined : sentence),
})
export const line = (sentence: string) => z.string(whenMissing(sentence)).trim().min(1).max(limits.title)

const LONGEST = 10_000 * 60

/** Typed as people write time, kept in minutes. */
export const duration = z.string().transform((typed, context) => {
  const minutes = parseMinutes(typed)
  if (minutes !== null && minutes > 0 && minutes <= LONGEST) return minutes
  context.addIssue({ code: 'custom', message: 'Write the time as 58, 58.5 or 58:30 hours.' })
  return z.NEVER
})

export const judgement = z.object({
  claimId: z.string(),
  /** A level's id, or one of the other two answers. Nothing is preselected. */
  answer: z.string().default(''),
  comment: z.string().trim().max(limits.claim).default(''),
})

const judgements = z.array(judgement).superRefine((given, context) => {
  given.forEach(({ answer }, at) => {
    if (answer !== '') return
    const message = `Claim ${at + 1}: choose what you saw, or that you did not observe it.`
    context.addIssue({ code: 'custom', path: [at, 'answer'], message })
  })
})

export const EndorseForm = z
  .object({
    /** Of the revision the form showed: an old form changes nothing (rule 6). */
    revisionHash: z.string(),
    confirmedRole: line('Write the role, or leave it as the student wrote it.'),
    confirmedStart: day,
    confirmedEnd: day.nullable().default(null),
    confirmedMinutes: duration,
    judgements,
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
      .refine(Boolean, {
        error: 'Tick this box if you are not family. If you are, you cannot confirm it: decline, and say so.',
      }),
    name: line('Write your name.'),
    roleTitle: line('Write your role, such as volunteer coordinator.'),
    organisation: line('Write your organisation, or that you speak for yourself.'),
    shownAs: z.enum(shownAs, { error: 'Choose how you want to be shown.' }),
  })
  .refine(form => form.confirmedEnd === null || form.confirmedEnd >= form.confirmedStart, {
    path: ['confirmedEnd'],
    error: 'The last day is before the first.',
  })
export type EndorseForm = z.output<typeof EndorseForm>
export type EndorseTyped = z.input<typeof EndorseForm>

export const ReturnForm = z.object({
  question: z.string(whenMissing('Write what you need to know.')).trim().min(1).max(limits.claim),
})
export type ReturnForm = z.output<typeof ReturnForm>

/** Somebody with their mailbox, and what is said where either is missing. */
export const mailbox = (says: { name: string; email: string }) =>
  z.object({
    name: line(says.name),
    email: z
      .email({ ...whenMissing(says.email), abort: true })
      .max(254)
      .refine(address => domainOf(address).includes('.'), { error: says.email }),
  })

export const theirs = { name: 'Write their name.', email: 'Write their whole address.' }

export const DeclineForm = z
  .object({
    reason: z.enum(declineReasons, { error: 'Choose a reason.' }),
    note: z.string().trim().max(limits.claim).default(''),
    suggestedName: z.string().default(''),
    suggestedEmail: z.string().default(''),
  })
  .transform(({ reason, note, suggestedName: name, suggestedEmail: email }, context) => {
    if (reason !== 'notTheRightPerson' || !(name || email)) return { reason, note, suggestion: null }
    const { data, error } = mailbox(theirs).safeParse({ name, email })
    if (data) return { reason, note, suggestion: data }
    for (const { path, message } of error.issues) {
      const field = path[0] === 'name' ? 'suggestedName' : 'suggestedEmail'
      context.addIssue({ code: 'custom', path: [field], message })
    }
    return z.NEVER
  })
type Declined = z.output<typeof DeclineForm>
export type DeclineForm = Pick<Declined, 'reason' | 'note'> & Partial<Pick<Declined, 'suggestion'>>
