import { z } from 'zod'
import { partnerForms as says } from '~/messages/en/partner-forms'
import { designFields } from './design-fields'
import { mailbox, whenMissing } from './endorsement-forms.server'

const line = (sentence: string) => z.string(whenMissing(sentence)).trim().min(1).max(120)

export const PartnerForm = mailbox({ name: says.name, email: says.email }).extend({ organisation: line(says.organisation) })
export type PartnerForm = z.output<typeof PartnerForm>
/** As `useForm` knows it. */
export type PartnerTyped = z.input<typeof PartnerForm>

export const WithdrawForm = z.object({ partner: z.string() })

/** On the whole, or on one field; no code is needed to say something. */
export const PartnerCommentForm = z.object({
  about: z.enum(designFields).or(z.literal('')).default(''),
  text: z.string(whenMissing(says.text)).trim().min(1).max(2_000),
})
export type PartnerCommentForm = z.output<typeof PartnerCommentForm>
export type PartnerCommentTyped = z.input<typeof PartnerCommentForm>

export const PartnerEndorseForm = z.object({
  statement: z.string(whenMissing(says.statement)).trim().min(1).max(2_000),
  code: z.string(whenMissing(says.code)).trim().min(1).max(12),
})
export type PartnerEndorseForm = z.output<typeof PartnerEndorseForm>
export type PartnerEndorseTyped = z.input<typeof PartnerEndorseForm>
