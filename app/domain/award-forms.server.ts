import { z } from 'zod'
import { awardExpiry } from '~/messages/en/award-expiry'
import { awards } from '~/messages/en/awards'
import type { Choices, StandingChoice } from './award'
import { nameForms, revocationReasons } from './credential'
import { whenMissing } from './endorsement-forms.server'
import { OwnDid } from './own-did.server'
import type { StudentFilter } from './student-filter.server'

const ids = z.array(z.string()).max(500).default([])

/** Nothing is preselected but the official name; what is not named stays out of the document. */
export const ChoicesForm = z.object({
  nameForm: z.enum(nameForms, { error: 'Choose the name for the document.' }),
  named: ids,
  evidence: ids,
  did: OwnDid,
}) satisfies z.ZodType<Choices>

/** The same once for all awards. */
export const StandingChoiceForm = z.object({
  nameForm: z.enum(nameForms, { error: 'Choose the name for the documents.' }),
  namesEndorsers: z.boolean().default(false),
  tellsEvidence: z.boolean().default(false),
  did: OwnDid,
}) satisfies z.ZodType<StandingChoice>

/** Set, or taken back by a button of its own. */
export function standingChoiceSent(form: FormData): z.ZodType<StandingChoice | null> {
  return form.has('takeBack') ? z.object({}).transform(() => null) : StandingChoiceForm
}

export const RevocationForm = z.object({
  reason: z.enum(revocationReasons, { error: 'Choose a reason.' }),
})

/** Why a part of a programme is set aside for somebody. */
export const WaiverForm = z.object({
  key: z.string({ error: 'Choose the part of a programme.' }).min(1),
  reason: z.string(whenMissing('Say why, so that others can follow it.')).trim().min(1).max(1_000),
})
export type WaiverTyped = z.input<typeof WaiverForm>
export const WaiverWithdrawalForm = z.object({ withdraw: z.string() })

/** Whom a programme is offered to: those chosen, or everybody whom the page showed. */
export const OfferedTo = z
  .object({
    everybody: z.boolean().default(false),
    shown: z.string().max(10_000).default('').transform(ids => ids.split(',').filter(Boolean)),
    students: ids,
  })
  .transform(({ everybody, shown, students }) => ({ students: everybody ? shown : students }))
  .refine(({ students }) => students.length > 0, { path: ['students'], error: awards.programme.nobodyChosen })
export type OfferedToTyped = z.input<typeof OfferedTo>

/** Of whom a programme is offered to everybody who is ready; in the address, and again in the form. */
export const ReadyFilter = z
  .object({ unit: z.string().max(40), study: z.string().max(100), year: z.string().regex(/^\d{0,4}$/), q: z.string().max(100) })
  .partial()
  .transform(({ unit, study, year, q }): StudentFilter => ({
    ...(unit && { unitId: unit }), ...(study && { studyProgramme: study }), ...(year && { entryYear: Number(year) }), ...(q && { name: q }),
  }))

/** Said on a page of its own, so that an empty form begins nothing. */
export const RunBegin = z.object({ begin: z.literal('on') }).and(ReadyFilter)

export const RunStop = z.object({ stop: z.string() })

/** Credentials whose holders are offered them again. */
export const RenewalForm = z.object({ credentials: z.array(z.string()).max(50).min(1, awardExpiry.nobodyChosen) })
export type RenewalTyped = z.input<typeof RenewalForm>
