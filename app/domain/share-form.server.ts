import { z } from 'zod'

/** The switch of a public page. */
export const ShareForm = z.object({ page: z.enum(['on', 'off']) })
