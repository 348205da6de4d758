import { z } from 'zod'
import { unitRules as says } from '~/messages/en/unit-rules'
import { limits } from './activity'
import { isDay } from './day'
import { line, whenMissing } from './endorsement-forms.server'
import { domainOf } from './people'

const address = (sentence: string) =>
  z
    .email(whenMissing(sentence))
    .max(254)
    .refine(typed => domainOf(typed).includes('.'), { error: sentence })
const day = (sentence: string) => z.string({ error: sentence }).refine(isDay, { error: says.day })

export const MailboxForm = z.object({ email: address(says.mailbox).or(z.literal('')).default('') })

export const ContactForm = z
  .object({
    name: line(says.contactName),
    email: address(says.contactEmail),
    roleTitle: z.string().trim().max(limits.title).default(''),
    fromDay: day(says.day),
    untilDay: day(says.day).optional(),
    deputyName: z.string().trim().max(limits.title).default(''),
    deputyEmail: address(says.deputy).or(z.literal('')).default(''),
  })
  .refine(({ fromDay, untilDay }) => !untilDay || fromDay <= untilDay, {
    path: ['untilDay'],
    error: says.dayOrder,
  })
  .refine(({ deputyName, deputyEmail }) => (deputyName === '') === (deputyEmail === ''), {
    path: ['deputyEmail'],
    error: says.deputy,
  })
export type ContactForm = z.output<typeof ContactForm>
export type ContactTyped = z.input<typeof ContactForm>

/** The last day of somebody who is in the list. */
export const LeaveForm = z.object({ contact: z.string(), untilDay: day(says.day) })

export const ProofForm = z.object({ address: address(says.domainAddress) })

export const DomainCodeForm = z.object({
  proof: z.string(),
  code: z.string({ error: says.code }).trim().min(1, says.code).max(20),
})

export const UnlinkForm = z.object({ unlink: z.string() })

export const WindowForm = z
  .object({
    year: z.coerce.number<string>({ error: says.year }).int().min(2000).max(2100),
    opensOn: day(says.opens),
    closesOn: day(says.closes),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], error: says.closes })
export type WindowForm = z.output<typeof WindowForm>
export type WindowTyped = z.input<typeof WindowForm>

export const WindowRemovalForm = z.object({ remove: z.string() })

/** What still holds for another year, or is over; many at once. */
export const RolloverForm = z.object({
  selected: z.array(z.string(), says.nothingTicked).min(1, says.nothingTicked).max(100),
  then: z.enum(['keep', 'retire']),
})
export type RolloverForm = z.output<typeof RolloverForm>
