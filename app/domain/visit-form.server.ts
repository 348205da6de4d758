import { z } from 'zod'

/** Where somebody was going when a code was asked of them. */
const Destination = z.enum([
  'return', 'decline', 'question', 'hand-over', 'concern',
  'waiting', 'many', 'list', 'account', 'amendment', 'withdrawal',
])

/** The page an address asks to go on to, where it is one of ours. */
export function destinationIn(request: Request) {
  return Destination.safeParse(new URL(request.url).searchParams.get('to')).data ?? ''
}

/** Carries what was typed before, and where it was going. */
const carried = { kept: z.string().default(''), to: Destination.optional() }

export const CodeForm = z.object({
  code: z.string({ error: 'Type the six digits from the mail.' }).trim().min(1).max(20),
  ...carried,
})

/** Nothing to fill in: pressing the button is what counts. */
export const PressForm = z.object(carried)

/** No more mail, or mail again. */
export const StopForm = z.object({ then: z.enum(['stop', 'allow']).default('stop') })
