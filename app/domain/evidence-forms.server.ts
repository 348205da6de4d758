import { z } from 'zod'
import { limits } from './activity'
import { whenMissing } from './endorsement-forms.server'

const described = {
  name: z.string(whenMissing('Write what it is.')).trim().min(1).max(limits.title),
  description: z.string().trim().max(limits.claim).default(''),
  showsPeople: z.boolean().default(false),
}
/** Room is left for the number, where several come under one name. */
export const FileForm = z.object({ ...described, name: z.string().trim().max(limits.title - 5).default('') })
export const LinkForm = z.object({
  url: z
    .string(whenMissing('Write the address of the link.'))
    .trim()
    .transform(address => (/^[^\s/:]+\.[a-z]{2,}([/?#]|$)/i.test(address) ? `https://${address}` : address))
    .pipe(z.url({ protocol: /^https?$/, error: 'Write the whole address of the link, with https://.' })),
  ...described,
})
export const TextForm = z.object({
  text: z.string(whenMissing('Write the text.')).trim().min(1).max(limits.narrative),
  ...described,
})

export const RemovalForm = z.object({ remove: z.string() })
export const ForgetForm = z.object({ forget: z.string() })
