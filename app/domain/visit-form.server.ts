import { z } from 'zod'

/** Carries what was typed before, and where it was going. */
const carried = { kept: z.string().default(''), to: z.enum(['return', 'decline']).optional() }

export const CodeForm = z.object({
  code: z.string({ error: 'Type the six digits from the mail.' }).trim().min(1).max(20),
  ...carried,
})

/** Nothing to fill in: pressing the button is what counts. */
export const PressForm = z.object(carried)
