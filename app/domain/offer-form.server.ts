import { z } from 'zod'

/** Of the two answers to an offer, the one that needs no choices. */
export const DeclineForm = z.object({ answer: z.literal('decline') })
